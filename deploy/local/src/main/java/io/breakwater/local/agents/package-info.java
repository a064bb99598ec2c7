/** The agents of the suite: which there are, and what they answer on their operator ports. */
package io.breakwater.local.agents;
