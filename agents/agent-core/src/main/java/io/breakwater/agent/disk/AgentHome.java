package io.breakwater.agent.disk;

import java.nio.file.Path;

/**
 * Where an agent keeps what: {@code identity/}, {@code state/}, and the product's snapshot directories with ZPA's names.
 *
 * @param root the agent's own directory
 * @param snapshotRoot holds {@code config_snapshots/}, {@code binary_snapshots/}, the link {@code current} and the signed index; the
 *     root itself on a connector, {@code service-edge/} in it on an edge
 */
public record AgentHome(Path root, Path snapshotRoot) {

    /** @param layout the product's directory for snapshots in the root; empty: the root itself */
    public static AgentHome of(Path root, String layout) {
        Path absolute = root.toAbsolutePath().normalize();
        return new AgentHome(absolute, layout.isEmpty() ? absolute : absolute.resolve(layout));
    }

    public Path identity() {
        return root.resolve("identity");
    }

    public Path state() {
        return root.resolve("state");
    }

    public Path configSnapshots() {
        return snapshotRoot.resolve("config_snapshots");
    }

    public Path binarySnapshots() {
        return snapshotRoot.resolve("binary_snapshots");
    }

    /** Link to the installed configuration snapshot. */
    public Path current() {
        return snapshotRoot.resolve("current");
    }

    /** The group's signed snapshot index: the signature's line, then the document's exact octets. */
    public Path index() {
        return snapshotRoot.resolve("index.signed");
    }
}
