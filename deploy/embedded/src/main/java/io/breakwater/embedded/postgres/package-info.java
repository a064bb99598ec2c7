/** PostgreSQL as a direct child process, from the binaries that zonky publishes to Maven Central; works as root too. */
package io.breakwater.embedded.postgres;
