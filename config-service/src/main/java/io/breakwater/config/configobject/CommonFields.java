package io.breakwater.config.configobject;

import io.breakwater.config.search.Computed;
import io.breakwater.config.wire.WireTypes;
import java.util.Optional;

/** Fields of every object that are in no column of its own, as searches may name them. Pure. */
final class CommonFields {
    private static final int LONGEST_NAME = 255;
    private static final String NEVER = "(case when e.id is null then true else false end)";
    private static final String MICROTENANT_NAME =
            "(select m.name from MicrotenantEntity m where m.customerId = e.customerId and m.id = e.microtenantId)";

    private CommonFields() {}

    /** In the words of Hibernate. */
    static Optional<Computed> computed(String field) {
        return switch (field) {
            case "microtenantId" -> Optional.of(new Computed(WireTypes.id(), "e.microtenantId"));
            case "microtenantName" -> Optional.of(new Computed(WireTypes.text(LONGEST_NAME), MICROTENANT_NAME));
            case "readOnly", "zscalerManaged" -> Optional.of(new Computed(WireTypes.flag(), NEVER));
            default -> Optional.empty();
        };
    }
}
