package io.breakwater.config.audit;

import io.breakwater.config.audit.AuditRepository.Ends;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The audit trail as administrators read, download and verify it. */
@Singleton
public class AuditService {
    private static final int BATCH = 1_000;

    /** Above every number that a trail comes to. */
    private static final long NEWEST = 999_999_999_999_999_999L;

    private final AuditRepository repository;
    private final AuditTrail trail;
    private final Actors actors;
    private final AuditConfig config;
    private final Clock clock;

    AuditService(AuditRepository repository, AuditTrail trail, Actors actors, AuditConfig config, Clock clock) {
        this.config = config;
        this.repository = repository;
        this.trail = trail;
        this.actors = actors;
        this.clock = clock;
    }

    @WithSession
    public Uni<AuditPageView> list(String customerId, AuditFilter filter) {
        long customer = TenantScope.tenant(customerId);
        return ends(customer).chain(() -> repository.find(customer, filter)).map(found -> {
            Long next = found.more() ? found.last().sequence() : null;
            return new AuditPageView(
                    found.entries().stream().map(StoredEntry::view).toList(), next);
        });
    }

    /** Enters that somebody downloads something of that kind. */
    @WithTransaction
    public Uni<Void> downloads(String customerId, String kind) {
        long customer = TenantScope.tenant(customerId);
        return actors.current()
                .chain(actor -> trail.append(
                        customer, AuditRecord.of(clock.instant(), actor, AuditAction.DOWNLOAD, kind, null)));
    }

    /** Newest first; the download is an entry itself. */
    @WithTransaction
    public Uni<List<AuditEntryView>> download(String customerId, AuditFilter filter) {
        long customer = TenantScope.tenant(customerId);
        long from = filter.before().orElse(NEWEST);
        return downloads(customerId, "auditLog")
                .chain(() -> collect(customer, filter.olderThan(from), 0, new ArrayList<>()));
    }

    private Uni<List<AuditEntryView>> collect(
            long customer, AuditFilter filter, long octets, List<AuditEntryView> all) {
        return repository.find(customer, filter).chain(found -> {
            long together = octets + found.octets();
            requireFew(all.size() + found.entries().size(), together);
            found.entries().forEach(entry -> all.add(entry.view()));
            return found.more()
                    ? collect(customer, filter.olderThan(found.last().sequence()), together, all)
                    : Uni.createFrom().item(all);
        });
    }

    private void requireFew(int entries, long octets) {
        if (entries > config.downloadEntries()) {
            throw ProblemException.field(
                    "from", "More than " + config.downloadEntries() + " entries match; ask for a shorter time.");
        }
        if (octets > config.downloadBytes().asLongValue()) {
            throw ProblemException.field(
                    "from",
                    "The entries that match have more than "
                            + config.downloadBytes().asLongValue() + " octets; ask for a shorter time.");
        }
    }

    private Uni<Ends> ends(long customer) {
        return repository.ends(customer).onItem().ifNull().failWith(() -> ProblemException.notFound("customer"));
    }

    /** Follows the whole trail. Some ten thousand entries a second. */
    @WithSession
    public Uni<AuditVerificationView> verify(String customerId) {
        long customer = TenantScope.tenant(customerId);
        return ends(customer).chain(ends -> {
            AuditChain chain = new AuditChain(ends.anchorSequence(), ends.anchorHash());
            return follow(customer, chain).map(done -> chain.end(ends.headSequence(), ends.headHash()));
        });
    }

    private Uni<Void> follow(long customer, AuditChain chain) {
        return repository.after(customer, chain.sequence(), BATCH).chain(part -> {
            chain.follow(part.entries());
            return part.more() && !chain.isBroken()
                    ? follow(customer, chain)
                    : Uni.createFrom().voidItem();
        });
    }
}
