/** Which port each process gets, and whether it is free. */
package io.breakwater.local.ports;
