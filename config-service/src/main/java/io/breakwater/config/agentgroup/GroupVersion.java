package io.breakwater.config.agentgroup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.versionprofile.VersionProfile;
import java.util.List;

/** The software version of a group, in requests and answers. Pure. */
public final class GroupVersion {
    private GroupVersion() {}

    /** Clients may give the profile's name instead of its id. */
    public static void resolveName(AgentGroup group, ObjectNode body) {
        JsonNode name = body.path("versionProfileName");
        if (body.path("versionProfileId").asText().isBlank()
                || body.path("versionProfileId").isNull()) {
            VersionProfile.ofLabel(name.asText()).ifPresent(profile -> group.versionProfileId = profile.id());
        }
    }

    /** Adds the keys that follow from the profile. */
    public static void describe(AgentGroup group, ObjectNode view) {
        VersionProfile profile = VersionProfile.ofId(group.versionProfileId).orElse(VersionProfile.DEFAULT);
        String id = Long.toString(profile.id());
        view.put("versionProfileName", profile.label())
                .put("versionProfileVisibilityScope", "ALL")
                .put("upgradePriority", "WEEK");
        view.putObject("version").put("version_profile_gid", id).put("versionProfileName", profile.label());
    }

    /** The answer to a create request does not speak of versions yet. */
    public static ObjectNode asCreated(ObjectNode view) {
        return view.remove(List.of("version", "upgradePriority", "versionProfileVisibilityScope"));
    }
}
