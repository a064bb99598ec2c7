/** Access tokens for tests, signed by a key that the tested service is told to trust. */
package io.breakwater.testsupport.tokens;
