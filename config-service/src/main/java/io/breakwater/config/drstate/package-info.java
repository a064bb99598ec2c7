/** What dr-controller tells of a tenant's DR state: kept to refuse changes while DR is active and to start new agents with the replay state. */
package io.breakwater.config.drstate;
