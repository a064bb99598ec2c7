package io.breakwater.snapshot.index;

import io.breakwater.snapshot.signing.SignedDocument;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/** Reads indexes. Each call has a session of its own. Answers null for what is not there. */
@Singleton
public class PublishedIndexes {
    private final GroupIndexRepository repository;

    PublishedIndexes(GroupIndexRepository repository) {
        this.repository = repository;
    }

    @WithSession
    public Uni<SignedDocument> find(String customerId, String groupId) {
        return repository.findOfGroup(customerId, groupId).map(found -> found == null ? null : found.signed());
    }

    /** Which index each of these groups has now. */
    @WithSession
    public Uni<List<IndexDigest>> digests(Collection<String> groupIds) {
        return repository.digests(groupIds);
    }

    /** The tenant's groups that have an index. */
    @WithSession
    public Uni<List<GroupStatus>> ofTenant(String customerId) {
        return repository
                .findOfTenant(customerId)
                .map(found -> found.stream().map(GroupStatus::of).toList());
    }
}
