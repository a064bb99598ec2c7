package io.breakwater.config.transfer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.PortableObject;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.customer.CustomerRepository;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.sql.SessionSql;
import io.breakwater.config.transfer.ImportView.Action;
import io.breakwater.config.transfer.ImportView.ChangeView;
import io.breakwater.config.wire.Ids;
import io.breakwater.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Exports and imports. An import is one transaction: all of the document or nothing. It creates and updates, it never deletes; the same
 * document again changes nothing.
 */
@Singleton
public class TransferService {
    private final Sections sections;
    private final CustomerRepository customers;
    private final TenantWrites writes;

    TransferService(Sections sections, CustomerRepository customers, TenantWrites writes) {
        this.sections = sections;
        this.customers = customers;
        this.writes = writes;
    }

    /** All of it as of one moment. */
    @WithTransaction
    public Uni<ObjectNode> export(String customerId) {
        long id = TenantScope.tenant(customerId);
        ObjectNode document = TenantDocument.empty();
        Names names = new Names();
        return SessionSql.update("set transaction isolation level repeatable read, read only")
                .chain(() -> customers.findById(id))
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("customer"))
                .chain(customer -> eachSection(section -> section.service()
                        .portable()
                        .all(id)
                        .invoke(objects -> names.put(section, objects))
                        .invoke(objects -> add(document, section, objects, names))
                        .chain(TransferService::forget)))
                .replaceWith(document);
    }

    private static void add(ObjectNode document, Section section, List<PortableObject> objects, Names names) {
        ArrayNode entries = document.putArray(section.key());
        objects.stream()
                .filter(object -> object.id() != TenantScope.DEFAULT_MICROTENANT)
                .forEach(object -> entries.add(TenantDocument.entry(section, object, names)));
    }

    /** @param dryRun whether to take everything back and only say what there would have been */
    @WithTransaction
    public Uni<ImportView> load(String customerId, ObjectNode document, boolean dryRun) {
        long id = TenantScope.tenant(customerId);
        TenantDocument.check(document, sections.all());
        Names names = new Names();
        List<ChangeView> changes = new ArrayList<>();
        int entries = sections.all().stream()
                .mapToInt(section -> document.path(section.key()).size())
                .sum();
        return writes.begin(id)
                .chain(write -> eachSection(section -> section.service()
                        .portable()
                        .all(id)
                        .invoke(objects -> names.put(section, objects))
                        .chain(TransferService::forget)
                        .chain(() -> load(id, section, document, names, changes))))
                .call(() -> dryRun ? takeBack() : Uni.createFrom().voidItem())
                .map(done -> ImportView.of(dryRun, entries, changes));
    }

    private static Uni<Void> takeBack() {
        return Panache.currentTransaction()
                .invoke(Mutiny.Transaction::markForRollback)
                .replaceWithVoid();
    }

    private Uni<Void> eachSection(Function<Section, Uni<Void>> action) {
        return Multi.createFrom()
                .iterable(sections.all())
                .onItem()
                .transformToUniAndConcatenate(action::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Void> load(
            long customerId, Section section, ObjectNode document, Names names, List<ChangeView> changes) {
        List<Entry> entries = new ArrayList<>();
        document.path(section.key())
                .forEach(content -> entries.add(new Entry(section, entries.size(), (ObjectNode) content)));
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndConcatenate(entry -> Uni.createFrom()
                        .deferred(() -> load(customerId, entry, names, changes))
                        .onFailure(ProblemException.class)
                        .transform(refusal -> entry.located(refusal)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Void> load(long customerId, Entry entry, Names names, List<ChangeView> changes) {
        TenantScope scope = entry.scope(customerId, names);
        ObjectNode request = entry.request(scope, names);
        Optional<PortableObject> there = names.own(entry.section(), scope.microtenantId(), entry.name());
        return there.map(object -> update(scope, entry, object, request, changes))
                .orElseGet(() -> create(scope, entry, request, names, changes));
    }

    private static Uni<Void> create(
            TenantScope scope, Entry entry, ObjectNode request, Names names, List<ChangeView> changes) {
        changes.add(new ChangeView(Action.CREATE, entry.section().key(), entry.microtenant(), entry.name(), List.of()));
        return entry.section()
                .service()
                .create(scope, request)
                .invoke(view -> names.put(
                        entry.section(),
                        new PortableObject(
                                Ids.parse(view.path("id").asText()).orElseThrow(),
                                scope.microtenantId(),
                                entry.name(),
                                request,
                                Map.of())))
                .chain(TransferService::forget);
    }

    private static Uni<Void> update(
            TenantScope scope, Entry entry, PortableObject there, ObjectNode request, List<ChangeView> changes) {
        List<String> fields = entry.changes(there, request);
        if (fields.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        changes.add(new ChangeView(Action.UPDATE, entry.section().key(), entry.microtenant(), entry.name(), fields));
        return entry.section()
                .service()
                .update(scope, Long.toString(there.id()), Entry.merged(there, request), Optional.empty())
                .chain(TransferService::forget);
    }

    /** What is written need not be kept in mind: the session would compare all of it again before each query. */
    private static Uni<Void> forget() {
        return Panache.getSession().chain(session -> session.flush().invoke(session::clear));
    }
}
