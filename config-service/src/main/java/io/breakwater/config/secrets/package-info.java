/** Secrets at rest: what a dump of the database must not reveal is encrypted here under the master key, which lives in a file. */
package io.breakwater.config.secrets;
