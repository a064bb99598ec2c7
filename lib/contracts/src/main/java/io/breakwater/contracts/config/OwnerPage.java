package io.breakwater.contracts.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A part of all that a service owns, for the services that keep a copy and read it again.
 *
 * @param items in the order of their ids
 * @param next what {@code after} is to be for the following part; absent in the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnerPage<T>(List<T> items, String next) {}
