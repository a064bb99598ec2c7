/** The API's document and the examples in it. */
package io.breakwater.config.openapi;
