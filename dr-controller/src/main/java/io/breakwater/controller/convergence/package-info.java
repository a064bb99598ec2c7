/** What agents say of themselves, and which of them follow the tenant's activation: how long each took, who is late, which certificate is used twice. */
package io.breakwater.controller.convergence;
