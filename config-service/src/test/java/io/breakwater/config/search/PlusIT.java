package io.breakwater.config.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What has a plus sign, a space or a percent sign in its name is found, whoever asks and however they write it. */
@RunningConfigService
class PlusIT {
    private Tenant tenant;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
        for (String name : List.of("C", "C++", "A+B", "A B", "100% + tax", "a%2Bb", "R AND D")) {
            tenant.create("server", Bodies.with(Bodies.with(Bodies.server(), "name", name), "enabled", false));
            tenant.create("segmentGroup", Map.of("name", name, "enabled", false));
        }
    }

    /** @param search as it stands in the address */
    private void finds(String search, String... names) {
        for (String resource : List.of("server", "segmentGroup")) {
            tenant.request()
                    .urlEncodingEnabled(false)
                    .get(tenant.v1(resource) + "?search=" + search)
                    .then()
                    .statusCode(200)
                    .body("list.name", contains(names));
        }
    }

    @Test
    @DisplayName("as the Python client, the Go client, a person and a careful one write it")
    void findsNamesWithPlusSigns() {
        finds("name%2BEQ%2BC%2B%2B", "C++");
        finds("name%2BEQ%2Bc%2B%2B", "C++");
        finds("name%252BEQ%252BC%252B%252B", "C++");
        finds("name+EQ+C%2B%2B", "C++");
        finds("name%20EQ%20C%2B%2B", "C++");
        finds("name%2BSTARTSWITH%2BC%2B", "C++");
        finds("name%2BENDSWITH%2B%2B%2B", "C++");
        finds("name%2BCONTAINS%2B%2B+tax", "100% + tax");
        finds("name%2BEQ%2B100%25+%2B+tax", "100% + tax");
        finds("C%2B%2B", "C++");
    }

    @Test
    void takesAPlusSignForASpaceToo() {
        finds("name%2BEQ%2BA%2BB", "A+B", "A B");
        finds("name%2BEQ%2BA+B", "A B");
        finds("name%2BNE%2BA%2BB+AND+name+STARTSWITH+A", "a%2Bb");
        finds("name%2BEQ%2BC%2B%2B%2BAND%2Benabled%2BEQ%2Bfalse", "C++");
        finds("name%2BEQ%2BR%2BAND%2BD", "R AND D");
    }

    @Test
    void findsTheNameThatTheGoClientHasLeftCharactersOutOf() {
        finds("name%2BEQ%2BC", "C", "C++");
    }

    @Test
    @DisplayName("a search that cannot be decoded is told so")
    void refusesABadEscape() throws IOException {
        for (String bad : List.of("%", "%2", "%zz", "name+EQ+%")) {
            assertThat(answer(tenant.v1("server") + "?search=" + bad))
                    .startsWith("HTTP/1.1 400")
                    .contains("invalid.resource.argument", "%25");
        }
    }

    /** Clients that are libraries refuse to send such an address. */
    private String answer(String target) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            String request =
                    "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                            + tenant.token() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
