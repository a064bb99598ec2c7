/** Tenants beside each other: what one cannot see of another, and cannot do to it. */
package io.breakwater.system.isolation;
