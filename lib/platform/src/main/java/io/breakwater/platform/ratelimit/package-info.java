/**
 * How many requests one source address may send. A service names the paths ({@code breakwater.rate-limit.paths}); without any, nothing is
 * counted. Requests that read and requests that write are counted apart, each in windows of {@code breakwater.rate-limit.window} of
 * which the first begins with the address' first request. What comes too soon is answered 429, before anybody asks for its token or reads its body.
 *
 * <p>Behind a proxy {@code quarkus.http.proxy.*} has to be set, with {@code trusted-proxies}: without the first all callers are one, without
 * the second each caller chooses its address.
 *
 * <p>Nobody calls this package: it is on when the paths are set. Off in tests that do not ask for it.
 */
package io.breakwater.platform.ratelimit;
