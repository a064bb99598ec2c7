package io.breakwater.config.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paging, searching and sorting as the clients do it. */
@RunningConfigService
class ListIT {
    private Tenant tenant;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
    }

    private ValidatableResponse search(String text) {
        return tenant.request()
                .queryParam("search", text)
                .get(tenant.v1("server"))
                .then();
    }

    private void server(String name, String address, boolean enabled) {
        tenant.create(
                "server",
                Bodies.with(
                        Bodies.with(Bodies.with(Bodies.server(), "name", name), "address", address),
                        "enabled",
                        enabled));
    }

    @Test
    @DisplayName("A name may hold the word that joins criteria")
    void namesHoldAnd() {
        server("R AND D", "192.0.2.1", true);
        server("R", "192.0.2.2", true);

        search("name EQ R AND D").body("totalCount", equalTo("1")).body("list[0].name", equalTo("R AND D"));
        search("name EQ R AND D AND enabled EQ true").body("totalCount", equalTo("1"));
        search("name EQ R AND address EQ 192.0.2.2").body("list[0].name", equalTo("R"));
    }

    @Test
    @DisplayName("Letters of all languages are found in upper and lower case, and are one name")
    void foldsAllLetters() {
        server("Ωμέγα שלום", "192.0.2.1", true);

        search("name EQ ωΜΈΓΑ שלום").body("totalCount", equalTo("1"));
        search("name LIKE ΜΈγ").body("totalCount", equalTo("1"));
        tenant.post("server", Bodies.with(Bodies.server(), "name", "ΩΜΈΓΑ שלום"))
                .statusCode(400)
                .body("id", equalTo("duplicate.resource.name"));
    }

    @Test
    void pagesInOrderOfCreation() {
        List<String> ids = IntStream.range(0, 23)
                .mapToObj(i -> tenant.create("server", Bodies.server()))
                .toList();
        tenant.get("server")
                .body("list", hasSize(20))
                .body("totalPages", equalTo("2"))
                .body("totalCount", equalTo("23"));
        List<String> read = new ArrayList<>();
        for (int page = 1; page <= 5; page++) {
            read.addAll(tenant.get("server?pagesize=5&page=" + page).extract().path("list.id"));
        }
        assertThat(read).isEqualTo(ids);
        tenant.get("server?pagesize=5000").body("list", hasSize(23)).body("totalPages", equalTo("1"));
        tenant.get("server?page=1000000000")
                .statusCode(200)
                .body("list", hasSize(0))
                .body("totalCount", equalTo("23"));
        tenant.get("server?page=9223372036854775807&pagesize=500")
                .statusCode(200)
                .body("list", hasSize(0));
        tenant.get("server?sortBy=id&sortDir=DESC&pagesize=1").body("list.id", contains(ids.get(22)));
        tenant.get("server?sortBy=nonsense&pagesize=1").body("list.id", contains(ids.get(0)));
    }

    @Test
    void anEmptyListIsAListToo() {
        tenant.get("server")
                .body("totalPages", equalTo("0"))
                .body("totalCount", equalTo("0"))
                .body("list", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "name+EQ+web one,1",
        "name%2BEQ%2BWEB ONE,1",
        "name EQ web,0",
        "name LIKE WEB,2",
        "name CONTAINS %,1",
        "name STARTSWITH web,2",
        "name ENDSWITH B ONE,1",
        "name NE web one,3",
        "web,2",
        "enabled EQ true,3",
        "enabled EQ true AND name LIKE two,1",
        "address EQ 192.0.2.7,1",
        "name EQ A  B test,1",
        "name GT web,2",
        "creationTime GT 1000000000,4",
        "creationTime LT 1000000000,0"
    })
    void findsWhatTheSearchAsksFor(String search, int hits) {
        server("web one", "192.0.2.7", true);
        server("web two", "192.0.2.8", true);
        server("A & B (test)", "192.0.2.9", true);
        server("50% done", "192.0.2.10", false);
        search(search).statusCode(200).body("totalCount", equalTo(Integer.toString(hits)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customerId EQ 1",
                "nonsense EQ 1",
                "name EQ x AND customerId EQ 1",
                "enabled EQ perhaps",
                "enabled GT true",
                "creationTime EQ ' or 1=1"
            })
    void refusesASearchThatItCannotUnderstand(String search) {
        search(search)
                .statusCode(400)
                .body("id", equalTo("invalid.resource.argument"))
                .body("params", contains("search"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name EQ ' or '1'='1",
                "name EQ x'; drop table server; --",
                "name LIKE \\",
                "name EQ :search0",
                "name EQ \u0000",
                "%",
                "%zz%2B",
                "' or 1=1 --"
            })
    void neverTakesAValueForMoreThanAValue(String search) {
        server("plain", "192.0.2.1", true);
        int status = search(search).extract().statusCode();
        assertThat(status).isIn(200, 400);
        tenant.get("server").body("totalCount", equalTo("1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=x", "pagesize=-1", "page=1.5"})
    void refusesAPageThatIsNone(String query) {
        tenant.get("server?" + query).statusCode(400).body("id", equalTo("invalid.resource.argument"));
    }
}
