package io.breakwater.platform.owner;

/** A service that owns data of which others keep copies. */
public enum Owner {
    CONFIG_SERVICE("config-service"),
    DR_CONTROLLER("dr-controller");

    private final String label;

    Owner(String label) {
        this.label = label;
    }

    /** The service's name, for people. */
    public String label() {
        return label;
    }
}
