package io.breakwater.config.customer;

import io.breakwater.config.signin.NewApiKey;

/**
 * A new tenant with its first API key.
 *
 * @param apiKey the only answer that ever holds the secret
 */
public record CreatedCustomerView(String customerId, String name, NewApiKey apiKey) {}
