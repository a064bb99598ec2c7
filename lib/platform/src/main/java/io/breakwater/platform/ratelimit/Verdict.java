package io.breakwater.platform.ratelimit;

/**
 * What the limit says to one request.
 *
 * @param limit requests in a window
 * @param remaining further ones that this window has room for
 * @param resetSeconds until there is room for all again, rounded up
 */
record Verdict(boolean allowed, long limit, long remaining, long resetSeconds) {}
