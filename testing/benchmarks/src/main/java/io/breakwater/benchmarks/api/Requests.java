package io.breakwater.benchmarks.api;

import io.breakwater.benchmarks.api.Scenario.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Requests as octets on the wire. Safe for threads. */
final class Requests {
    private final String head;
    private final String root;

    /** @param root the path of the tenant's objects */
    Requests(URI service, String root, Supplier<String> token) {
        this.root = root;
        this.head = " HTTP/1.1\r\nHost: " + service.getAuthority()
                + "\r\nAccept: application/json\r\nAuthorization: Bearer " + token.get() + "\r\n";
    }

    byte[] octets(Request request) {
        String line = (request.isGet() ? "GET " : "POST ") + root + request.path() + head;
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        String content = request.isGet()
                ? "\r\n"
                : "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        byte[] start = (line + content).getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }
}
