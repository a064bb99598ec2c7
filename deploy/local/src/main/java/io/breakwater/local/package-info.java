/** The whole suite on one machine, each part as a process of its own: for trying it, for demonstrations and for system tests. */
package io.breakwater.local;
