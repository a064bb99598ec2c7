/** Roles: named sets of permissions. Some are built in, the same for everybody and unchangeable. Nobody grants above their own. */
package io.breakwater.config.role;
