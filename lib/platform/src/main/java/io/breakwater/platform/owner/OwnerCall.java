package io.breakwater.platform.owner;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One request.
 *
 * @param path with its query, relative to the owner's address
 * @param body or null
 * @param mostOctets of the answer
 * @param limit name of the setting that holds them
 * @param atMost for the whole answer
 */
record OwnerCall(
        Owner owner,
        URI base,
        HttpMethod method,
        String path,
        Map<String, String> headers,
        Buffer body,
        long mostOctets,
        String limit,
        Duration atMost) {

    /** The whole address. */
    URI uri() {
        String prefix = base.toString();
        return URI.create(prefix.endsWith("/") ? prefix + path : prefix + "/" + path);
    }
}
