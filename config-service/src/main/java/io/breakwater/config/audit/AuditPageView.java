package io.breakwater.config.audit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of the audit trail, newest first.
 *
 * @param next where the next older part begins: the value for {@code before}; null at the end
 */
public record AuditPageView(
        List<AuditEntryView> entries,
        @Schema(nullable = true) Long next) {}
