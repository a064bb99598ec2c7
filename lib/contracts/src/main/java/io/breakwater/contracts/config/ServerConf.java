package io.breakwater.contracts.config;

/** An application server: an address or a host name. */
public record ServerConf(String id, String name, String address, boolean enabled, String microtenantId) {
    public ServerConf {
        microtenantId = Microtenant.orDefault(microtenantId);
    }

    /** One of the Default microtenant. */
    public ServerConf(String id, String name, String address, boolean enabled) {
        this(id, name, address, enabled, Microtenant.DEFAULT);
    }
}
