/** What agents and administrators fetch: index, manifest and files, with ETags, ranges and the long poll. Reads only. */
package io.breakwater.snapshot.download;
