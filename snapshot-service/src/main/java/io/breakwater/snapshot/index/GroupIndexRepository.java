package io.breakwater.snapshot.index;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

@Singleton
class GroupIndexRepository implements PanacheRepositoryBase<GroupIndexEntity, Long> {
    private static final String DIGESTS = "select new io.breakwater.snapshot.index.IndexDigest(i.customerId, i.groupId,"
            + " i.digest) from GroupIndexEntity i where i.groupId in :groupIds";

    Uni<List<GroupIndexEntity>> findOfTenant(String customerId) {
        return list("customerId", customerId);
    }

    Uni<GroupIndexEntity> findOfGroup(String customerId, String groupId) {
        return find("customerId = ?1 and groupId = ?2", customerId, groupId).firstResult();
    }

    Uni<List<IndexDigest>> digests(Collection<String> groupIds) {
        return Panache.getSession()
                .chain(session -> session.createQuery(DIGESTS, IndexDigest.class)
                        .setParameter("groupIds", groupIds)
                        .getResultList());
    }
}
