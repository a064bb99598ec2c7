/** Leads clients that know only ZPA's own addresses to this suite, without root: an HTTPS proxy that ends the connections itself. */
package io.breakwater.local.front;
