package io.breakwater.local.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.breakwater.local.SuiteException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The front")
class FrontIT {
    @TempDir
    Path directory;

    private HttpServer service;
    private Front front;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/signin", exchange -> {
            byte[] answer = exchange.getRequestHeaders().getFirst("Host").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.start();
        URI target = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
        front = Front.start(target, 0, directory.resolve("front/ca.pem"));
    }

    @AfterEach
    void end() {
        front.close();
        service.stop(0);
    }

    private HttpClient client() throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(directory.resolve("front/ca.pem"))) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(context)
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(ProxySelector.of(
                        new InetSocketAddress("127.0.0.1", front.url().getPort())))
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.private.zscaler.com", "api.zsapi.net", "local.zslogin.net"})
    @DisplayName("leads from ZPA's addresses to the suite, with a certificate that the CA's clients accept")
    void leads(String host) throws Exception {
        HttpResponse<String> answer = client().send(
                        HttpRequest.newBuilder(URI.create("https://" + host + "/signin"))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(host);
    }

    @Test
    @DisplayName("leads nowhere else, and takes nothing but CONNECT")
    void nowhereElse() throws Exception {
        HttpClient client = client();

        assertThatThrownBy(() -> client.send(
                        HttpRequest.newBuilder(URI.create("https://registry.example/"))
                                .build(),
                        BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        assertThat(client.send(
                                HttpRequest.newBuilder(URI.create("http://api.zsapi.net/signin"))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    @DisplayName("says which port it cannot have, and how to choose another")
    void takenPort() {
        assertThatThrownBy(() -> Front.start(
                        URI.create("http://127.0.0.1:1"), front.url().getPort(), directory.resolve("x/ca.pem")))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining(Integer.toString(front.url().getPort()))
                .hasMessageContaining("--port");
    }
}
