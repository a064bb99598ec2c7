package io.breakwater.config.drsettings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.breakwater.config.sql.PooledSql;
import io.breakwater.config.wire.OwnerPages;
import io.breakwater.contracts.config.OwnerPage;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrSettings.DnsLookup;
import io.breakwater.contracts.event.DrSettings.DrPublicKey;
import io.breakwater.contracts.event.EventCodec;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the DR settings of all tenants, a part at a time, in one statement each. Safe for threads. */
@Singleton
class AllSettings {
    private static final TypeReference<List<DrPublicKey>> KEYS = new TypeReference<>() {};

    private static final String PAGE = """
            select s.customer_id, s.revision, s.domain, s.max_authentication_age_seconds, s.replay, s.absence,
              s.compat_signed_text, s.lookup_mode, s.lookup_servers,
              coalesce((select json_agg(json_build_object('id', k.id::text, 'fingerprint', k.fingerprint, 'pem', k.pem)
                  order by k.id) from dr_public_key k where k.customer_id = s.customer_id), '[]')::text
            from dr_settings s where s.customer_id > $1 order by s.customer_id limit $2""";

    private final PooledSql sql;

    AllSettings(PooledSql sql) {
        this.sql = sql;
    }

    Uni<OwnerPage<DrSettings>> page(OwnerPages pages) {
        return sql.read(statements -> statements.rows(PAGE, pages.after(), pages.toRead()))
                .map(rows -> rows.stream().map(AllSettings::settings).toList())
                .map(read -> pages.page(read, DrSettings::customerId));
    }

    private static DrSettings settings(Object[] row) {
        return new DrSettings(
                row[0].toString(),
                (Long) row[1],
                (String) row[2],
                keys((String) row[9]),
                (Long) row[3],
                (String) row[4],
                (String) row[5],
                (Boolean) row[6],
                new DnsLookup((String) row[7], List.of((String[]) row[8])));
    }

    private static List<DrPublicKey> keys(String json) {
        try {
            return EventCodec.mapper().readValue(json, KEYS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("PostgreSQL made JSON of keys that cannot be read", e);
        }
    }
}
