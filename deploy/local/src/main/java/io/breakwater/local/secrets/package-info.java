/** The secrets of a suite: made once, kept in its data directory, handed to processes as files. */
package io.breakwater.local.secrets;
