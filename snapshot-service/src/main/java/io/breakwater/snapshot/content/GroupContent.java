package io.breakwater.snapshot.content;

import io.breakwater.contracts.config.GroupConf;
import io.breakwater.contracts.event.AgentKind;
import java.util.Map;

/**
 * What one group's agents get.
 *
 * @param files name to exact octets, in the manifest's order
 * @param digest SHA-256 over the files without the revision that they were read at: two contents with one digest say the same. Lower-case hex
 */
public record GroupContent(AgentKind kind, GroupConf group, Map<String, byte[]> files, String digest) {}
