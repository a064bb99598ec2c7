/**
 * What every resource of the management API has in common: the columns, the queries, the use cases create, read, list, update and
 * delete, and the links between objects. A resource's own package declares its entity and its {@link io.breakwater.config.wire.Shape}
 * and adds only what is its own.
 */
package io.breakwater.config.configobject;
