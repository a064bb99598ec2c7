/**
 * The API's OpenAPI 3.1 document. Paths and parameters come from the resources' annotations, schemas of the management API from the
 * {@link io.breakwater.config.wire.Shape}s that read and write them, the rest from {@code META-INF/openapi.yaml}.
 */
package io.breakwater.config.openapi;
