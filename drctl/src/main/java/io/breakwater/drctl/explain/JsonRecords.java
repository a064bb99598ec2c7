package io.breakwater.drctl.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.breakwater.activation.Rrset;
import io.breakwater.drctl.CommandFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads a record set from JSON: lists of character-strings, plain strings, or an object that holds one of these as {@code rrset}. */
final class JsonRecords {

    private JsonRecords() {}

    static SeenRecords read(String text, String domain, String source)
            throws CommandFailedException, LiveRecords.UnavailableException {
        try {
            JsonNode json = JsonMapper.builder().build().readTree(text);
            if (ProviderJson.isOne(json)) {
                return FileRecords.readZone(ProviderJson.zoneLines(json), domain, source);
            }
            JsonNode rrset = json.isObject() ? json.path("rrset") : json;
            if (!rrset.isArray()) {
                throw new CommandFailedException(source
                        + " holds no record set: a list of records is needed, or an object with the field rrset");
            }
            List<List<String>> records = new ArrayList<>();
            for (JsonNode record : rrset) {
                records.add(strings(record));
            }
            return new SeenRecords(Rrset.ofLatin1(records), source, OptionalLong.empty(), 0);
        } catch (JsonProcessingException e) {
            throw new CommandFailedException(source + " is no JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(source + ": " + e.getMessage(), e);
        }
    }

    private static List<String> strings(JsonNode record) {
        if (record.isTextual()) {
            return List.of(record.asText());
        }
        List<String> strings = new ArrayList<>();
        for (JsonNode string : record) {
            if (!string.isTextual()) {
                throw new IllegalArgumentException("a character-string is a JSON string, not " + string);
            }
            strings.add(string.asText());
        }
        if (!record.isArray()) {
            throw new IllegalArgumentException("a record is a list of strings, not " + record);
        }
        return strings;
    }
}
