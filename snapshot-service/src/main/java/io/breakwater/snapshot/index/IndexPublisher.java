package io.breakwater.snapshot.index;

import io.breakwater.contracts.event.AgentKind;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.SnapshotPublished;
import io.breakwater.outbox.Outbox;
import io.breakwater.platform.events.EventsConfig;
import io.breakwater.snapshot.archive.ListedSnapshot;
import io.breakwater.snapshot.archive.SnapshotArchive;
import io.breakwater.snapshot.content.CanonicalJson;
import io.breakwater.snapshot.signing.DocumentSigner;
import io.breakwater.snapshot.signing.SignedDocument;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Brings the indexes of a tenant's groups up to what there is: a new sequence and an event for each that says something else than before,
 * nothing for the others. Runs in the caller's transaction, which holds the tenant's lock; so index and event commit together (I5).
 */
@Singleton
public class IndexPublisher {
    private static final Logger LOG = Logger.getLogger(IndexPublisher.class);

    private final GroupIndexRepository repository;
    private final SnapshotArchive archive;
    private final DocumentSigner signer;
    private final Outbox outbox;
    private final String source;

    IndexPublisher(
            GroupIndexRepository repository,
            SnapshotArchive archive,
            DocumentSigner signer,
            Outbox outbox,
            EventsConfig events) {
        this.repository = repository;
        this.archive = archive;
        this.signer = signer;
        this.outbox = outbox;
        this.source = events.source();
    }

    /** Publishes. Answers the ids of the groups whose index changed. */
    public Uni<List<String>> publish(TenantFacts tenant) {
        return repository
                .findOfTenant(tenant.customerId())
                .chain(known -> archive.listed(tenant.customerId()).chain(listed -> publish(tenant, known, listed)));
    }

    private Uni<List<String>> publish(TenantFacts tenant, List<GroupIndexEntity> known, List<ListedSnapshot> listed) {
        Map<String, GroupIndexEntity> before =
                known.stream().collect(Collectors.toMap(index -> index.groupId, Function.identity()));
        Map<String, List<ListedSnapshot>> snapshots =
                listed.stream().collect(Collectors.groupingBy(ListedSnapshot::groupId));
        return Multi.createFrom()
                .iterable(groups(tenant, known))
                .onItem()
                .transformToUniAndConcatenate(group -> publish(
                        tenant, group, snapshots.getOrDefault(group.groupId(), List.of()), before.get(group.groupId())))
                .collect()
                .asList();
    }

    /** In one order whoever publishes, so that the outbox's locks on keys never cross. */
    private static Collection<GroupFacts> groups(TenantFacts tenant, List<GroupIndexEntity> known) {
        Map<String, GroupFacts> groups = new TreeMap<>();
        known.forEach(index ->
                groups.put(index.groupId, new GroupFacts(index.groupId, AgentKind.valueOf(index.kind), false)));
        tenant.groups().forEach(group -> groups.put(group.groupId(), group));
        return groups.values();
    }

    /** The group's id, or null when its index says the same as before. */
    private Uni<String> publish(
            TenantFacts tenant, GroupFacts group, List<ListedSnapshot> snapshots, GroupIndexEntity before) {
        String contentDigest = IndexComposer.contentDigest(tenant, group, snapshots);
        if (before != null && before.contentDigest.equals(contentDigest) && isSound(before)) {
            return Uni.createFrom().nullItem();
        }
        GroupIndexEntity index = before == null ? new GroupIndexEntity() : before;
        index.customerId = tenant.customerId();
        index.groupId = group.groupId();
        index.kind = group.kind().name();
        index.designated = group.designated();
        index.sequence++;
        index.contentDigest = contentDigest;
        index.issuedAt = tenant.at();
        SignedDocument signed =
                signer.sign(CanonicalJson.octets(IndexComposer.compose(tenant, group, snapshots, index.sequence)));
        index.document = signed.octets();
        index.digest = signed.digest();
        index.signature = signed.signature();
        return repository
                .persistAndFlush(index)
                .chain(() -> outbox.append(EventEnvelope.of(source, index.groupId, tenant.at(), told(index))))
                .replaceWith(index.groupId);
    }

    /** Whether the stored octets are what they should be: else a new index takes their place. */
    private boolean isSound(GroupIndexEntity index) {
        boolean sound = IndexComposer.says(index.document, index.contentDigest) && signer.hasSigned(index.signed());
        if (!sound) {
            LOG.warnf("The index of group %s is not what was signed here: it is made anew", index.groupId);
        }
        return sound;
    }

    private static SnapshotPublished told(GroupIndexEntity index) {
        return new SnapshotPublished(
                index.customerId, index.groupId, "CONFIG", index.sequence, index.digest, index.issuedAt);
    }
}
