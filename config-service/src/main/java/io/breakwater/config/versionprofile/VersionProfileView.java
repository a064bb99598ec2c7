package io.breakwater.config.versionprofile;

import java.util.List;

/** A version profile as clients read it. The suite has one build, so a profile lists no versions of its own. */
public record VersionProfileView(
        String id,
        String name,
        String description,
        String customerId,
        String visibilityScope,
        String upgradePriority,
        List<Object> versions) {
    static VersionProfileView of(VersionProfile profile, String customerId) {
        return new VersionProfileView(
                Long.toString(profile.id()),
                profile.label(),
                profile.description(),
                customerId,
                "ALL",
                "WEEK",
                List.of());
    }
}
