/** Models that travel between modules: records, no framework. */
package io.breakwater.contracts;
