package io.breakwater.controller.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.breakwater.contracts.event.DrObserved.AuthorityAnswer;
import io.breakwater.contracts.event.EventCodec;
import java.io.UncheckedIOException;
import java.util.List;

/** Between rows and entries. Stateless. */
final class HistoryMapping {
    private static final TypeReference<List<List<String>>> RRSET = new TypeReference<>() {};
    private static final TypeReference<List<AuthorityAnswer>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private HistoryMapping() {}

    static HistoryEntity row(HistoryEntry entry) {
        HistoryEntity row = new HistoryEntity();
        row.customerId = entry.customerId();
        row.sequence = entry.sequence();
        row.at = entry.at();
        row.cause = entry.cause().name();
        row.domain = entry.domain();
        row.seenAt = entry.seenAt();
        row.effectiveAt = entry.effectiveAt();
        row.evidence = write(entry.evidence());
        row.evidenceDigest = entry.evidenceDigest();
        row.answers = write(entry.answers());
        row.verdict = entry.judgement().verdict();
        row.reason = entry.judgement().reason();
        row.warnings = write(entry.judgement().warnings());
        row.keyFingerprint = entry.judgement().keyFingerprint();
        row.identity = entry.identity();
        row.starts = entry.starts();
        row.ends = entry.ends();
        row.beforeState = entry.before().state();
        row.beforeMode = entry.before().mode();
        row.afterState = entry.after().state();
        row.afterMode = entry.after().mode();
        return row;
    }

    static HistoryEntry entry(HistoryEntity row) {
        return new HistoryEntry(
                row.customerId,
                row.sequence,
                row.at,
                Cause.valueOf(row.cause),
                row.domain,
                row.seenAt,
                row.effectiveAt,
                read(row.evidence, RRSET),
                row.evidenceDigest,
                read(row.answers, ANSWERS),
                new HistoryEntry.Judgement(row.verdict, row.reason, row.keyFingerprint, read(row.warnings, TEXTS)),
                row.identity,
                row.starts,
                row.ends,
                new HistoryEntry.Side(row.beforeState, row.beforeMode),
                new HistoryEntry.Side(row.afterState, row.afterMode));
    }

    private static String write(Object value) {
        try {
            return value == null ? null : EventCodec.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return json == null ? null : EventCodec.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
