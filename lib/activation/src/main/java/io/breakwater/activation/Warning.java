package io.breakwater.activation;

/**
 * Something in the record set that did not count, or that will surprise.
 *
 * @param reason why it did not count
 * @param detail one sentence for people
 */
public record Warning(Reason reason, String detail) {}
