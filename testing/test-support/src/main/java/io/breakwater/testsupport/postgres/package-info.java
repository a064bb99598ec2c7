/** PostgreSQL for tests: one server a JVM, one new database for each test application. */
package io.breakwater.testsupport.postgres;
