package io.breakwater.config.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.breakwater.config.wire.HostNames;
import io.breakwater.config.wire.ValueRefused;
import io.breakwater.config.wire.WireType;

/** An IP address or a host name. */
record ServerAddress() implements WireType<String> {
    @Override
    public String read(JsonNode node) {
        String text = node.isTextual() ? HostNames.plain(node.textValue()) : "";
        if (!HostNames.isDomainName(text) && !HostNames.isIpAddress(text)) {
            throw new ValueRefused("must be an IP address or a host name");
        }
        return text;
    }

    @Override
    public JsonNode write(String value) {
        return TextNode.valueOf(value);
    }

    @Override
    public String searched(String text) {
        return HostNames.plain(text);
    }

    /** A search may look for a part. */
    @Override
    public String parse(String text) {
        return text;
    }
}
