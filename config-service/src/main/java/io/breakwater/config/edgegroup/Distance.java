package io.breakwater.config.edgegroup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.breakwater.config.wire.ValueForm;
import io.breakwater.config.wire.WireType;
import io.breakwater.config.wire.WireTypes;
import java.math.BigDecimal;

/** A distance: {@code "10"} in, {@code "10.0"} out. */
record Distance() implements WireType<BigDecimal> {
    static final BigDecimal MOST_MILES = new BigDecimal("25000");
    static final BigDecimal MOST_KILOMETRES = new BigDecimal("40233.6");

    private static final WireType<BigDecimal> NUMBER = WireTypes.decimal("0", MOST_KILOMETRES.toPlainString());

    @Override
    public BigDecimal read(JsonNode node) {
        return NUMBER.read(node);
    }

    @Override
    public BigDecimal parse(String text) {
        return NUMBER.parse(text);
    }

    @Override
    public JsonNode write(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return TextNode.valueOf((plain.scale() < 1 ? plain.setScale(1) : plain).toPlainString());
    }

    @Override
    public Comparison comparison() {
        return Comparison.ORDERED;
    }

    @Override
    public ValueForm form() {
        return NUMBER.form();
    }
}
