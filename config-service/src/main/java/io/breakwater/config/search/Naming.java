package io.breakwater.config.search;

import java.util.Locale;

/** How a condition names what it is about. */
public enum Naming {
    /** Attributes of an entity, for Hibernate. */
    ATTRIBUTES {
        @Override
        String path(String attribute) {
            return "e." + attribute;
        }
    },
    /** Columns of a table, for PostgreSQL. */
    COLUMNS {
        @Override
        String path(String attribute) {
            return "e." + column(attribute);
        }
    };

    abstract String path(String attribute);

    /** The column that keeps an attribute: {@code use_in_dr_mode} for {@code useInDrMode}. */
    public static String column(String attribute) {
        return attribute.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
