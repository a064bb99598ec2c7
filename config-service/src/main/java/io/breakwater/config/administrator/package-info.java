/** Administrators: people with a user name in one of the tenant's auth domains, a role and a password that nobody can read. */
package io.breakwater.config.administrator;
