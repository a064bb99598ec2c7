package io.breakwater.local.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.local.SuiteException;
import io.breakwater.local.http.Answer;
import io.breakwater.local.http.RestClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The management API of one tenant, as far as the sample configuration needs it. */
final class ConfigApi {
    private final RestClient rest;
    private final String customerId;

    ConfigApi(RestClient rest, String customerId) {
        this.rest = rest;
        this.customerId = customerId;
    }

    /**
     * Makes an object, or finds the one that an interrupted start has made under the same name.
     *
     * @param collection for example {@code appConnectorGroup}
     * @return the object
     */
    JsonNode make(String collection, Map<String, Object> body) {
        String path = path("v1", collection);
        Answer answer = rest.post(path, body);
        if (answer.isSuccess()) {
            return answer.body();
        }
        return find("v1", collection, String.valueOf(body.get("name")))
                .orElseThrow(() -> new SuiteException("config-service refused POST " + path + ": " + answer));
    }

    /** The object of that name. */
    Optional<JsonNode> find(String version, String collection, String name) {
        String search = URLEncoder.encode("name+EQ+" + name, StandardCharsets.UTF_8);
        JsonNode list = require(rest.get(path(version, collection) + "?search=" + search))
                .path("list");
        for (JsonNode candidate : list) {
            if (candidate.path("name").asText().equalsIgnoreCase(name)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    JsonNode drSettings() {
        return require(rest.get(own("/dr-settings")));
    }

    void putDrSettings(Map<String, Object> body) {
        require(rest.put(own("/dr-settings"), body));
    }

    void addDrKey(String pem) {
        require(rest.post(own("/dr-settings/keys"), Map.of("pem", pem)));
    }

    private String path(String version, String collection) {
        return "/mgmtconfig/" + version + "/admin/customers/" + customerId + "/" + collection;
    }

    private String own(String path) {
        return "/api/v1/customers/" + customerId + path;
    }

    private static JsonNode require(Answer answer) {
        if (!answer.isSuccess()) {
            throw new SuiteException("config-service refused: " + answer);
        }
        return answer.body();
    }
}
