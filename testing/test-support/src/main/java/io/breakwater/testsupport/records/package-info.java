/**
 * Activation records for tests. They are written here from the specification, not with the suite's own signer, so that a test that
 * uses them also holds the reader to the specification.
 */
package io.breakwater.testsupport.records;
