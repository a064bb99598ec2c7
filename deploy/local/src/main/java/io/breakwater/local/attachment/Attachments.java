package io.breakwater.local.attachment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The options that a data directory was begun with, as far as they bind it. No secrets. See
 * docs/adr/0028-a-data-directory-remembers.md.
 *
 * @param servers by option, {@code --postgres}, {@code --kafka} and {@code --dns}: {@link #EMBEDDED}, or the address of one's own
 * @param ports by option, {@code --port-offset} and {@code --port NAME}; empty: whatever ports were free
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Attachments(Map<String, String> servers, Map<String, String> ports) {
    public static final String EMBEDDED = "embedded";
    public static final String POSTGRES = "--postgres";
    public static final String KAFKA = "--kafka";
    public static final String DNS = "--dns";
    public static final String PORT_OFFSET = "--port-offset";
    public static final String PORT = "--port ";

    public Attachments {
        servers = Map.copyOf(servers);
        ports = Map.copyOf(ports);
    }

    /**
     * One option that is not what it was.
     *
     * @param option for example {@code --kafka} or {@code --port config-service}
     * @param begun the value that the directory belongs to
     * @param given the value now
     */
    public record Difference(String option, String begun, String given) {
        boolean isOfPorts() {
            return option.equals(PORT_OFFSET) || option.startsWith(PORT);
        }

        /** For people, for example {@code --kafka: begun with the embedded one, now b:9092}. */
        @Override
        public String toString() {
            return option + ": it was begun with " + shown(begun) + ", and now it is " + shown(given);
        }

        private static String shown(String value) {
            return value.equals(EMBEDDED) ? "the suite's own" : value;
        }
    }

    /** The servers that are not what they were, then the ports. */
    public Set<Difference> differences(Attachments now) {
        Set<Difference> all = new LinkedHashSet<>();
        for (String option : List.of(POSTGRES, KAFKA, DNS)) {
            compare(all, option, servers.getOrDefault(option, EMBEDDED), now.servers.getOrDefault(option, EMBEDDED));
        }
        if (!ports.isEmpty() && !now.ports.isEmpty()) {
            Set<String> options = new LinkedHashSet<>(ports.keySet());
            options.addAll(now.ports.keySet());
            for (String option : options) {
                compare(
                        all,
                        option,
                        ports.getOrDefault(option, "not given"),
                        now.ports.getOrDefault(option, "not given"));
            }
        }
        return all;
    }

    /** The same servers on other ports. */
    public Attachments onPortsOf(Attachments other) {
        return new Attachments(servers, other.ports);
    }

    private static void compare(Set<Difference> all, String option, String begun, String given) {
        if (!begun.equals(given)) {
            all.add(new Difference(option, begun, given));
        }
    }

    /** The options that start a suite on a directory with these, without the secrets that they may need. */
    public String options() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(servers).forEach((option, value) -> {
            if (!value.equals(EMBEDDED)) {
                text.append(' ').append(option).append(' ').append(value);
            }
        });
        new TreeMap<>(ports).forEach((option, value) -> {
            if (option.startsWith(PORT)) {
                text.append(' ').append(option).append('=').append(value);
            } else if (!value.equals("0")) {
                text.append(' ').append(option).append(' ').append(value);
            }
        });
        return text.toString();
    }
}
