/**
 * Objects as clients read them, written straight from their rows: for the resource of which a tenant has thousands and whose page of
 * 500 would else cost more in entities and trees than in PostgreSQL.
 */
package io.breakwater.config.rows;
