package io.breakwater.config.readiness;

import io.breakwater.contracts.config.ApplicationSegmentConf;
import io.breakwater.contracts.config.DrView;
import io.breakwater.contracts.config.GroupConf;
import io.breakwater.contracts.config.ServerGroupConf;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What segments lead to in the microtenants that they belong to: whether one is complete does not depend on who
 * looks at it.
 *
 * @param reachingDr the server groups that have an App Connector group for DR
 */
record DrChain(Set<String> serverGroups, Set<String> reachingDr) {
    static DrChain of(DrView view) {
        Set<String> forDr = view.appConnectorGroups().stream()
                .filter(GroupConf::useInDrMode)
                .map(GroupConf::id)
                .collect(Collectors.toSet());
        return new DrChain(
                view.serverGroups().stream().map(ServerGroupConf::id).collect(Collectors.toSet()),
                view.serverGroups().stream()
                        .filter(group -> group.appConnectorGroupIds().stream().anyMatch(forDr::contains))
                        .map(ServerGroupConf::id)
                        .collect(Collectors.toSet()));
    }

    /** What a segment lacks, or null. */
    String lack(ApplicationSegmentConf segment) {
        if (segment.serverGroupIds().stream().noneMatch(serverGroups::contains)) {
            return "has no server group";
        }
        boolean lost =
                segment.useInDrMode() && segment.serverGroupIds().stream().noneMatch(reachingDr::contains);
        return lost ? "leads to no App Connector group with useInDrMode" : null;
    }
}
