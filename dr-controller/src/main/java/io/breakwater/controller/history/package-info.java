/** Every change of a tenant's state with its evidence: octets, who answered, key, verdict, before, after. Written by {@code state}, never changed. */
package io.breakwater.controller.history;
