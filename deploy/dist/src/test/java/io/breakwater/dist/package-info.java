/** The archives, unpacked and started as on a machine that has nothing of the checkout. */
package io.breakwater.dist;
