/** Statements in PostgreSQL's own words: on the connection of the caller's session, or outside of any. */
package io.breakwater.config.sql;
