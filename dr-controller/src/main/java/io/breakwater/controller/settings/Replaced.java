package io.breakwater.controller.settings;

/** What config-service's own word was to the stored settings. */
public enum Replaced {
    /** The same. */
    SAME,
    /** Others; what was stored came from config-service too, or leaned on no key that it does not know. */
    OTHER,
    /** Others; what was stored named a key that config-service never named, or none where it names one. */
    FOREIGN
}
