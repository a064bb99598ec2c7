/** The Private Service Edge: the broker at the customer's site. So far the agent's core and what names it. */
package io.breakwater.edge;
