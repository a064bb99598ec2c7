package io.breakwater.platform.owner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** What was compared with its owner, and what of it was mended. */
public record ResyncAnswer(List<Table> tables) {

    /**
     * @param outcome {@code OK} or {@code FAILED}
     * @param detail why it failed, or absent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Table(String table, String outcome, long checked, long mended, long refused, String detail) {
        static Table of(String table, ResyncReport report) {
            return new Table(table, "OK", report.checked(), report.mended(), report.refused(), null);
        }

        static Table failed(String table, String detail) {
            return new Table(table, "FAILED", 0, 0, 0, detail);
        }
    }
}
