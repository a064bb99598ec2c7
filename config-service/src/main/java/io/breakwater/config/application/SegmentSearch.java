package io.breakwater.config.application;

import io.breakwater.config.search.Computed;
import io.breakwater.config.search.Criterion;
import io.breakwater.config.search.SearchCompiler;
import io.breakwater.config.search.Where;
import io.breakwater.config.wire.HostNames;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.WireTypes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What searches of application segments may name beside their own columns. Pure. */
final class SegmentSearch implements SearchCompiler.Special {
    private static final int LONGEST_NAME = 255;
    private static final String DOMAINS = "domainNames";

    private static final String GROUP_NAME = "(select g.name from segment_group g"
            + " where g.customer_id = e.customer_id and g.id = e.segment_group_id)";
    private static final String MICROTENANT_NAME =
            "(select m.name from microtenant m" + " where m.customer_id = e.customer_id and m.id = e.microtenant_id)";
    private static final String INCOMPLETE =
            "(e.use_in_dr_mode and not exists (select 1 from application_server_group l"
                    + " join server_group_connector_group c on c.server_group_id = l.server_group_id"
                    + " join app_connector_group g on g.id = c.app_connector_group_id and g.use_in_dr_mode"
                    + " where l.application_id = e.id))";

    /** A segment meets the criterion when one of its domains does; with NE, when none is the one that is named. */
    @Override
    public Optional<Where> condition(Criterion criterion, String parameter) {
        if (!DOMAINS.equals(criterion.field())) {
            return Optional.empty();
        }
        List<String> names = criterion.readings().stream()
                .map(reading ->
                        HostNames.plain(reading).toLowerCase(Locale.ROOT).replace("\0", ""))
                .distinct()
                .toList();
        return Optional.of(
                switch (criterion.operator()) {
                    case EQ -> any(names, "d = any(:" + parameter + ")", parameter, "%s");
                    case NE -> not(any(names, "d = any(:" + parameter + ")", parameter, "%s"));
                    case LIKE -> any(names, like(parameter), parameter, "%%%s%%");
                    case STARTS_WITH -> any(names, like(parameter), parameter, "%s%%");
                    case ENDS_WITH -> any(names, like(parameter), parameter, "%%%s");
                    default -> throw Refusal.invalid("search", "has an operator that does not fit " + DOMAINS);
                });
    }

    private static String like(String parameter) {
        return "d like any(:" + parameter + ")";
    }

    private static Where any(List<String> names, String condition, String parameter, String form) {
        boolean pattern = form.contains("%%");
        String[] values = names.stream()
                .map(name -> form.formatted(
                        pattern ? name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") : name))
                .toArray(String[]::new);
        return Where.of(
                "exists (select 1 from unnest(e.domain_names) d where " + condition + ")", Map.of(parameter, values));
    }

    private static Where not(Where where) {
        return Where.of("not " + where.condition(), where.parameters());
    }

    @Override
    public Optional<Computed> computed(String field) {
        return switch (field) {
            case "segmentGroupName" -> Optional.of(new Computed(WireTypes.text(LONGEST_NAME), GROUP_NAME));
            case "microtenantName" -> Optional.of(new Computed(WireTypes.text(LONGEST_NAME), MICROTENANT_NAME));
            case "microtenantId" -> Optional.of(new Computed(WireTypes.id(), "e.microtenant_id"));
            case "weightedLoadBalancing" -> Optional.of(new Computed(WireTypes.flag(), "e.weighted_load_balancing"));
            case "isIncompleteDRConfig" -> Optional.of(new Computed(WireTypes.flag(), INCOMPLETE));
            case "readOnly", "zscalerManaged" -> Optional.of(new Computed(WireTypes.flag(), "(e.id is null)"));
            default -> Optional.empty();
        };
    }
}
