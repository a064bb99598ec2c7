/**
 * Assertions of clients and agents (RFC 7523) count once: which ones were used is remembered until they are over, in the database, so that
 * replicas agree and a restart forgets nothing. For those who verify assertions; ask last, when all else is right.
 */
package io.breakwater.config.assertion;
