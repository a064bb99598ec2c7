package io.breakwater.config.agentgroup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.search.Computed;
import io.breakwater.config.versionprofile.VersionProfile;
import io.breakwater.config.wire.Refusals;
import io.breakwater.config.wire.WireTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The software version of a group, in requests and answers. Pure. */
public final class GroupVersion {
    private static final String NAME = "versionProfileName";

    private GroupVersion() {}

    /** Clients may give the profile's name instead of its id. */
    static void resolveName(AgentGroup group, ObjectNode body, Refusals refusals) {
        String name = body.path(NAME).asText("");
        String id = body.path("versionProfileId").asText("");
        if (name.isBlank()
                || body.path(NAME).isNull()
                || !(id.isBlank() || body.path("versionProfileId").isNull())) {
            return;
        }
        VersionProfile.ofLabel(name)
                .ifPresentOrElse(
                        profile -> group.versionProfileId = profile.id(),
                        () -> refusals.add(NAME, "must be the name of a version profile"));
    }

    /** Adds the keys that follow from the profile. */
    public static void describe(AgentGroup group, ObjectNode view) {
        VersionProfile profile = VersionProfile.ofId(group.versionProfileId).orElse(VersionProfile.DEFAULT);
        String id = Long.toString(profile.id());
        view.put(NAME, profile.label())
                .put("versionProfileVisibilityScope", "ALL")
                .put("upgradePriority", "WEEK");
        view.putObject("version").put("version_profile_gid", id).put(NAME, profile.label());
    }

    /** The profile's name, for searches. */
    public static Optional<Computed> computed(String field) {
        if (!NAME.equals(field)) {
            return Optional.empty();
        }
        String cases = Arrays.stream(VersionProfile.values())
                .map(profile -> " when " + profile.id() + " then '" + profile.label() + "'")
                .collect(Collectors.joining());
        return Optional.of(new Computed(WireTypes.text(255), "(case e.versionProfileId" + cases + " end)"));
    }

    /** The answer to a create request does not speak of versions yet. */
    public static ObjectNode asCreated(ObjectNode view) {
        return view.remove(List.of("version", "upgradePriority", "versionProfileVisibilityScope"));
    }
}
