package io.breakwater.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no path has is refused before anything compares paths. */
@QuarkusTest
class RequestTargetsTest {
    @TestHTTPResource
    URI service;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /anything HTTP/1.0\r\n\r\n",
                "GET /any;a=b/thing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /any?search=% HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /any?search=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /any%2/thing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /any?a=\"b\" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /any;/thing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            })
    void isRefused(String request) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).contains(" 400 ").contains("invalid.request").contains("application/problem+json");
        }
    }
}
