package io.breakwater.config.readiness;

import io.breakwater.config.readiness.DrCoverageView.GapView;
import io.breakwater.config.readiness.DrCoverageView.SegmentView;
import io.breakwater.contracts.config.ApplicationSegmentConf;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What {@link DrCoverage} found, by the object that it was found at: so the graph cannot say anything else. Immutable. */
final class DrGaps {
    private static final String ELSEWHERE = "leads to something that is incomplete in another microtenant";

    private final Map<String, SegmentView> segments;
    private final Map<String, List<GapView>> byObject;
    private final Set<String> serverGroups;

    private DrGaps(Map<String, SegmentView> segments, Map<String, List<GapView>> byObject, Set<String> serverGroups) {
        this.segments = segments;
        this.byObject = byObject;
        this.serverGroups = serverGroups;
    }

    static DrGaps of(TenantFacts tenant) {
        List<SegmentView> found = DrCoverage.of(tenant).segments();
        Set<String> serverGroups = new HashSet<>();
        tenant.view().serverGroups().forEach(group -> serverGroups.add(group.id()));
        return new DrGaps(
                found.stream().collect(Collectors.toMap(SegmentView::id, Function.identity())),
                found.stream()
                        .flatMap(segment -> segment.gaps().stream())
                        .filter(gap -> gap.id() != null)
                        .distinct()
                        .collect(Collectors.groupingBy(GapView::id)),
                serverGroups);
    }

    /** What is missing from an object that segments lead to, or null. */
    String of(String id) {
        List<GapView> gaps = byObject.get(id);
        return gaps == null ? null : text(gaps);
    }

    /**
     * What a segment lacks, itself or in what it leads to, or null.
     *
     * @param visible ids of objects that may be named
     */
    String of(ApplicationSegmentConf segment, Collection<String> visible) {
        SegmentView covered = segments.get(segment.id());
        if (covered == null) {
            return segment.serverGroupIds().stream().anyMatch(serverGroups::contains) ? null : "has no server group";
        }
        if (covered.complete()) {
            return null;
        }
        List<GapView> named = covered.gaps().stream()
                .filter(gap -> segment.id().equals(gap.id()) || visible.contains(gap.id()))
                .toList();
        return named.isEmpty() ? ELSEWHERE : text(named);
    }

    /** As the coverage has it: code, object and fix. */
    private static String text(List<GapView> gaps) {
        return gaps.stream()
                .map(gap -> gap.code() + " (" + gap.kind() + " " + gap.name() + "): " + gap.fix())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
