package io.breakwater.system.settings;

/** One setting: its name, type, default (null: none) and what its Javadoc says. */
record Setting(String name, String type, String defaultValue, String meaning) {}
