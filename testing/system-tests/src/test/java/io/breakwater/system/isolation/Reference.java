package io.breakwater.system.isolation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.breakwater.local.http.Answer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request with an id inside of its body, or behind its question mark.
 *
 * @param path as the contract writes it, {@code v1~} for the customer's; {@code <collection>} stands for the sender's own object of it,
 *     {@code X} for the id in question
 * @param collection of which the id in question must be
 * @param body the same, without braces and with single quotes; {@code N} stands for a name that is not used yet
 */
record Reference(String method, String path, String collection, String body) {
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();
    private static final Pattern OWN = Pattern.compile("<([A-Za-z]+)>");
    private static final AtomicInteger NAMES = new AtomicInteger();

    /** What the sender is answered who names that id. */
    Seen send(PopulatedTenant sender, String id) {
        String concrete = filled(path, sender, id)
                .replaceFirst("^(v[12])~", "/mgmtconfig/$1/admin/customers/" + sender.customerId());
        ApiOperation operation = new ApiOperation(method, concrete, "", List.of());
        Answer answer = operation.call(sender.administrator(), concrete, json("{" + filled(body, sender, id) + "}"));
        return Seen.of(answer, id);
    }

    private static String filled(String template, PopulatedTenant sender, String id) {
        Matcher own = OWN.matcher(template.replace("'X'", "'" + id + "'")
                .replaceFirst("([=+])X$", "$1" + id)
                .replace("'N'", "'Name " + NAMES.incrementAndGet() + "'"));
        return own.replaceAll(found -> sender.id(found.group(1)));
    }

    private static JsonNode json(String text) {
        try {
            return LENIENT.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    @Override
    public String toString() {
        return method + " " + path + " {" + body + "}";
    }
}
