package io.breakwater.contracts.event;

/**
 * A verdict of the activation record's evaluation, for reading.
 *
 * @param verdict {@code APPLY}, {@code PENDING}, {@code EXPIRED}, {@code NONE} or {@code HOLD}
 * @param reason for example {@code OK}, {@code REPLAY}, {@code BAD_SIGNATURE}
 * @param mode {@code NORMAL}, {@code TEST} or {@code ACTIVE}, or null
 * @param t start, epoch seconds, inclusive, or null
 * @param x end, epoch seconds, inclusive, or null
 * @param identity of the activation, lower-case hex, or null
 */
public record VerdictView(String verdict, String reason, String mode, Long t, Long x, String identity) {}
