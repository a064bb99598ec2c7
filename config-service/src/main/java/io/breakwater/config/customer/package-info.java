/** Tenants: how they come into being with all that clients expect to find, and how each write of their configuration is ordered and told. */
package io.breakwater.config.customer;
