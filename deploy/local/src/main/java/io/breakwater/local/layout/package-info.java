/** Where things are: the checkout with its built programs, and the data directory of a suite. */
package io.breakwater.local.layout;
