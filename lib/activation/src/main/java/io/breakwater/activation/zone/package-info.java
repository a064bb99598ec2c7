/** A record set in the forms in which name servers and DNS providers take it. For drctl and for tests. */
package io.breakwater.activation.zone;
