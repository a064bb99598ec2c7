package io.breakwater.contracts.config;

/** An application server: an address or a host name. */
public record ServerConf(String id, String name, String address, boolean enabled) {}
