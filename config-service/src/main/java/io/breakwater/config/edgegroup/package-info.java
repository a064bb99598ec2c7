/** Private Service Edge groups: the agents that users come in through, by site. */
package io.breakwater.config.edgegroup;
