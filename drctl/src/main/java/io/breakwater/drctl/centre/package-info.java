/** What the centre and the agents are asked: the state of disaster recovery, an agent's own view, a provisioning key. */
package io.breakwater.drctl.centre;
