/** How many objects of each kind a tenant may have, and how fast its clients may call. */
package io.breakwater.config.limits;
