/** One process of the suite: launched, waited for until healthy, stopped or killed, measured. */
package io.breakwater.local.process;
