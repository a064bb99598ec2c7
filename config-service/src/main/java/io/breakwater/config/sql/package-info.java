/** Statements in PostgreSQL's own words, on the connection of the caller's session. */
package io.breakwater.config.sql;
