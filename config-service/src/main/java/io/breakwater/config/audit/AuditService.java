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

    /** Of one download: some tens of megabytes. */
    private static final int MOST_DOWNLOADED = 50_000;

    private final AuditRepository repository;
    private final AuditTrail trail;
    private final Actors actors;
    private final Clock clock;

    AuditService(AuditRepository repository, AuditTrail trail, Actors actors, Clock clock) {
        this.repository = repository;
        this.trail = trail;
        this.actors = actors;
        this.clock = clock;
    }

    @WithSession
    public Uni<AuditPageView> list(String customerId, AuditFilter filter) {
        long customer = TenantScope.tenant(customerId);
        return ends(customer).chain(() -> repository.find(customer, filter)).map(found -> {
            Long next = found.size() < filter.most()
                    ? null
                    : found.get(found.size() - 1).sequence();
            return new AuditPageView(found.stream().map(StoredEntry::view).toList(), next);
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
                .chain(() -> collect(customer, filter.olderThan(from), new ArrayList<>()));
    }

    private Uni<List<AuditEntryView>> collect(long customer, AuditFilter filter, List<AuditEntryView> all) {
        return repository.find(customer, filter).chain(found -> {
            found.forEach(entry -> all.add(entry.view()));
            if (all.size() > MOST_DOWNLOADED) {
                throw ProblemException.field(
                        "from", "More than " + MOST_DOWNLOADED + " entries match; ask for a shorter time.");
            }
            return found.size() < filter.most()
                    ? Uni.createFrom().item(all)
                    : collect(
                            customer,
                            filter.olderThan(found.get(found.size() - 1).sequence()),
                            all);
        });
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
        return repository.after(customer, chain.sequence(), BATCH).chain(entries -> {
            chain.follow(entries);
            return entries.size() < BATCH || chain.isBroken() ? Uni.createFrom().voidItem() : follow(customer, chain);
        });
    }
}
