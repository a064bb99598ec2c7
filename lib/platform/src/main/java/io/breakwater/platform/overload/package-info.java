/**
 * What a service does when more is asked of it than it can do: it bounds how many requests it works on and how long each may take, cuts
 * off who sends slowly, and goes on answering its health checks, which have a port of their own. Nobody calls it.
 */
package io.breakwater.platform.overload;
