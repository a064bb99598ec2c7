package io.breakwater.snapshot.download;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * RESTEasy Reactive sends every stream chunked. Where the length is known and said, both headers together would be read differently by
 * different clients (RFC 9112, section 6.3), and the length is the better one: it shows a broken download, and answers HEAD.
 */
final class KnownLength {
    private KnownLength() {}

    /** From now on this answer is sent with its length instead of in chunks, when it says one. */
    static void preferIn(RoutingContext exchange) {
        exchange.addHeadersEndHandler(ignored -> {
            MultiMap headers = exchange.response().headers();
            if (headers.contains(HttpHeaders.CONTENT_LENGTH)) {
                headers.remove(HttpHeaders.TRANSFER_ENCODING);
            }
        });
    }
}
