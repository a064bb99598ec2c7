package io.breakwater.config.customer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.apikey.NewApiKey;

/**
 * A new tenant with its first API key and its first administrator.
 *
 * @param apiKey the only answer that ever holds the secret
 * @param administrator the only answer that ever holds the password
 */
public record CreatedCustomerView(String customerId, String name, NewApiKey apiKey, NewAdministrator administrator) {
    /** Who administers a new tenant. */
    public record NewAdministrator(String id, String username, String password) {
        @Override
        public String toString() {
            return "NewAdministrator[" + username + "]";
        }
    }

    static CreatedCustomerView of(CustomerEntity customer, NewApiKey key, ObjectNode user) {
        return new CreatedCustomerView(
                customer.id.toString(),
                customer.name,
                key,
                new NewAdministrator(
                        user.path("id").asText(),
                        user.path("username").asText(),
                        user.path("password").asText()));
    }
}
