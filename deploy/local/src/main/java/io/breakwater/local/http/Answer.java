package io.breakwater.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What a service answered.
 *
 * @param body the JSON, or a missing node when there was none
 * @param text the body as it came
 */
public record Answer(int status, JsonNode body, String text, Map<String, List<String>> headers) {
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** A field of the body as text; empty when it is not there. */
    public String text(String field) {
        return body.path(field).asText("");
    }

    /** Without headers and without the body of a success, which may hold secrets. */
    @Override
    public String toString() {
        return isSuccess() ? Integer.toString(status) : status + " " + text;
    }
}
