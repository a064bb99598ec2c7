/**
 * The snapshots as they lie in PostgreSQL: exact octets of manifests and files. Written by {@code capture}, thinned out by {@code index} and
 * {@code retention}, read by {@code download}. Methods run in the caller's transaction or session.
 */
package io.breakwater.snapshot.archive;
