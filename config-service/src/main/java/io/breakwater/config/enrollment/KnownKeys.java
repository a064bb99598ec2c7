package io.breakwater.config.enrollment;

import io.breakwater.config.agent.AgentEntity;
import io.breakwater.config.certificate.Pem;
import io.breakwater.config.secrets.RandomSecrets;
import io.breakwater.config.sql.SessionSql;
import io.breakwater.contracts.event.AgentKind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Keeps the public keys of agents' certificates: those by which others know what an agent says. An agent that asks for a token has
 * proved its key, so the answer to a renewal may get lost without that key being forgotten. Works in the caller's transaction.
 */
@Singleton
class KnownKeys {
    /** The present one, the one that it replaced, and one whose answer got lost on the way. */
    private static final int MOST = 3;

    private static final Duration FRESH = Duration.ofHours(1);

    private static final String REMEMBER = """
            insert into agent_key as k (app_connector_id, service_edge_id, key_id, pem, not_after, seen_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (agent_id, key_id) do update
              set not_after = greatest(k.not_after, excluded.not_after), seen_at = excluded.seen_at
              where k.seen_at < $7 or k.not_after < excluded.not_after""";

    private static final String FORGET = """
            delete from agent_key where agent_id = $1 and key_id not in
              (select key_id from agent_key where agent_id = $1 order by seen_at desc, key_id limit $2)""";

    private final Clock clock;

    KnownKeys(Clock clock) {
        this.clock = clock;
    }

    /** @param agent as it stands in the database */
    Uni<Void> remember(AgentEntity agent, X509Certificate certificate) {
        boolean connector = agent.kind() == AgentKind.APP_CONNECTOR;
        byte[] key = certificate.getPublicKey().getEncoded();
        Instant now = clock.instant();
        return SessionSql.update(
                        REMEMBER,
                        connector ? agent.id : null,
                        connector ? null : agent.id,
                        RandomSecrets.digest(key),
                        Pem.of(certificate.getPublicKey()),
                        time(certificate.getNotAfter().toInstant()),
                        time(now),
                        time(now.minus(FRESH)))
                .chain(kept -> kept == 0
                        ? Uni.createFrom().voidItem()
                        : SessionSql.update(FORGET, agent.id, MOST).replaceWithVoid());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
