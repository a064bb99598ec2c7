package io.breakwater.activation.pasted;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The TXT and CNAME records that were read, by absolute lower-case name; changed in the order of an update. Used once. */
final class Zone {

    private static final int LONGEST_CHAIN = 8;

    private final Map<String, List<List<String>>> texts = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();

    void text(String owner, List<String> strings) {
        List<List<String>> there = texts.computeIfAbsent(owner, name -> new ArrayList<>());
        if (!there.contains(strings)) {
            there.add(strings);
        }
    }

    void alias(String owner, String target) {
        aliases.put(owner, target);
    }

    boolean isAlias(String owner) {
        return aliases.containsKey(owner);
    }

    boolean hasTexts(String owner) {
        return texts.containsKey(owner);
    }

    /** A name exists with everything above it: RFC 4592, section 2.2. */
    void exists(String owner) {
        for (String name = owner; !name.isEmpty() && names.add(name); name = parent(name)) {
            // each ancestor in turn
        }
    }

    void deleteTexts(String owner) {
        texts.remove(owner);
    }

    void deleteText(String owner, List<String> strings) {
        List<List<String>> there = texts.get(owner);
        if (there != null && there.remove(strings) && there.isEmpty()) {
            texts.remove(owner);
        }
    }

    void deleteAlias(String owner) {
        aliases.remove(owner);
    }

    /** Where the look-up of a name ends: aliases are followed, and wildcards stand for names that do not exist. */
    String follow(String domain) {
        String name = source(domain);
        for (int i = 0; i < LONGEST_CHAIN && !texts.containsKey(name) && aliases.containsKey(name); i++) {
            name = source(aliases.get(name));
        }
        return name;
    }

    List<List<String>> at(String name) {
        return texts.getOrDefault(name, List.of());
    }

    Map<String, List<List<String>>> all() {
        return texts;
    }

    private String source(String name) {
        if (names.contains(name)) {
            return name;
        }
        for (String encloser = parent(name); !encloser.isEmpty(); encloser = parent(encloser)) {
            if (names.contains(encloser)) {
                String wildcard = "*." + encloser;
                return names.contains(wildcard) ? wildcard : name;
            }
        }
        return name;
    }

    private static String parent(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}
