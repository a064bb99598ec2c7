package io.breakwater.config.versionprofile;

import java.util.Arrays;
import java.util.Optional;

/** The version profiles that every tenant sees. */
public enum VersionProfile {
    DEFAULT(0, "Default", "The version that agents run unless told otherwise"),
    PREVIOUS_DEFAULT(1, "Previous Default", "The default version before the last change"),
    NEW_RELEASE(2, "New Release", "The newest version");

    private final long id;
    private final String label;
    private final String description;

    VersionProfile(long id, String label, String description) {
        this.id = id;
        this.label = label;
        this.description = description;
    }

    public long id() {
        return id;
    }

    public String label() {
        return label;
    }

    public String description() {
        return description;
    }

    public static Optional<VersionProfile> ofId(long id) {
        return Arrays.stream(values()).filter(profile -> profile.id == id).findFirst();
    }

    /** Ignoring case. */
    public static Optional<VersionProfile> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(profile -> profile.label.equalsIgnoreCase(label))
                .findFirst();
    }
}
