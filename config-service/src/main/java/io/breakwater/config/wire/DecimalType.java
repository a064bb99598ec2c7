package io.breakwater.config.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vertx.sqlclient.data.Numeric;
import java.math.BigDecimal;

/** A decimal number within bounds, in plain notation; text on the wire. */
record DecimalType(BigDecimal least, BigDecimal most) implements WireType<BigDecimal> {
    private static final int MOST_DECIMALS = 15;

    @Override
    public BigDecimal read(JsonNode node) {
        return parse(Scalars.text(node, wanted()));
    }

    @Override
    public BigDecimal parse(String text) {
        if (text.matches("[+-]?[0-9]{1,12}\\.[0-9]{" + (MOST_DECIMALS + 1) + ",1000}")) {
            throw new ValueRefused("has too many decimals: at most " + MOST_DECIMALS + " are kept");
        }
        // plain notation only: 1E-999999999 is within any bounds and does not fit into memory
        if (!text.matches("[+-]?[0-9]{1,12}(\\.[0-9]{1," + MOST_DECIMALS + "})?")) {
            throw new ValueRefused(wanted());
        }
        BigDecimal value = new BigDecimal(text);
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new ValueRefused(wanted());
        }
        return value;
    }

    private String wanted() {
        return "must be a decimal number from " + least.toPlainString() + " to " + most.toPlainString();
    }

    @Override
    public JsonNode write(BigDecimal value) {
        return TextNode.valueOf(value.toPlainString());
    }

    @Override
    public BigDecimal ofColumn(Object column) {
        return ((Numeric) column).bigDecimalValue();
    }

    @Override
    public Comparison comparison() {
        return Comparison.ORDERED;
    }

    @Override
    public ValueForm form() {
        return ValueForm.of(ValueForm.Kind.DECIMAL);
    }
}
