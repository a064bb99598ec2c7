package io.breakwater.activation.pasted;

/**
 * How much is read at most; the size is checked before anything is decoded.
 *
 * @param bytes of the whole text
 * @param items records and commands
 */
public record PastedLimits(int bytes, int items) {

    public static final PastedLimits DEFAULT = new PastedLimits(4 << 20, 100_000);
}
