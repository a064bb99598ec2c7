package io.breakwater.contracts.event;

/** Who speaks on the bus. Every topic belongs to one of them: {@link EventType#producer}. */
public enum Producer {
    CONFIG_SERVICE("config-service"),
    DNS_WATCHER("dns-watcher"),
    DR_CONTROLLER("dr-controller"),
    SNAPSHOT_SERVICE("snapshot-service"),
    /** Each agent, about itself only. */
    AGENT("agents");

    private final String label;

    Producer(String label) {
        this.label = label;
    }

    /** The name of a service, and of the files that hold its public keys. */
    public String label() {
        return label;
    }

    public boolean isAgent() {
        return this == AGENT;
    }

    /** Whether that CloudEvents source may say something of that key: a service of any, an agent of itself. */
    public boolean maySay(String source, String key) {
        return isAgent() ? key != null && source.equals("/agents/" + key) : source.equals("/" + label);
    }
}
