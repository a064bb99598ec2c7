package io.breakwater.contracts.config;

/** A tenant within a tenant, named by its id, a 64-bit number as a string. Every object of the configuration belongs to one. */
public final class Microtenant {
    /** The Default microtenant's id, the same in every tenant. */
    public static final String DEFAULT = "0";

    private Microtenant() {}

    /** The id that a document means: none, as documents of versions before microtenants have it, is the Default one's. */
    static String orDefault(String id) {
        return id == null || id.isBlank() ? DEFAULT : id;
    }
}
