/** The agent's own look at the DR domain: the last resort that needs nothing of ours (I4). A look that fails is no observation. */
package io.breakwater.agent.dnslook;
