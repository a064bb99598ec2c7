/**
 * The management API's JSON as ZPA's clients write and read it: numbers, times and counts as strings, lenient input, keys left out
 * instead of null. A resource declares its fields once, as a {@link io.breakwater.config.wire.Shape}; reading, merging, defaulting,
 * writing and searching all follow from that. Errors of these paths have ZPA's form.
 */
package io.breakwater.config.wire;
