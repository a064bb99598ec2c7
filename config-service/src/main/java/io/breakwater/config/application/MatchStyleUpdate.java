package io.breakwater.config.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.IdList;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.customer.TenantWrite;
import io.breakwater.config.customer.TenantWrite.Action;
import io.breakwater.config.customer.TenantWrite.Change;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.Refusals;
import io.breakwater.config.wire.ValueRefused;
import io.breakwater.config.wire.WireType;
import io.breakwater.config.wire.WireTypes;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Sets the match style of several application segments: of all of them or of none. */
@Singleton
public class MatchStyleUpdate {
    private static final String IDS = "applicationIds";
    private static final String STYLE = "matchStyle";

    private static final WireType<String> STYLES = WireTypes.choice("EXCLUSIVE", "INCLUSIVE");

    private final ConfigObjectRepository<ApplicationEntity> segments =
            new ConfigObjectRepository<>(ApplicationEntity.class);
    private final ApplicationService applications;
    private final MatchStyles matchStyles;
    private final TenantWrites writes;

    MatchStyleUpdate(ApplicationService applications, MatchStyles matchStyles, TenantWrites writes) {
        this.matchStyles = matchStyles;
        this.writes = writes;
        this.applications = applications;
    }

    @WithTransaction
    public Uni<Void> update(ObjectScope scope, ObjectNode body) {
        Set<Long> ids = IdList.read(body, IDS).orElseThrow(() -> Refusal.invalid(IDS, "is required: a list of ids"));
        String style = style(body);
        // the lock first: what is read before it may be older than somebody's change
        return writes.begin(scope)
                .chain(write -> inTurn(ids, id -> applications.requireOwn(scope, id.toString()))
                        .chain(found -> update(write, found, style)));
    }

    private static String style(ObjectNode body) {
        try {
            return STYLES.read(body.path(STYLE));
        } catch (ValueRefused e) {
            throw Refusal.invalid(STYLE, "is required: INCLUSIVE or EXCLUSIVE");
        }
    }

    /** They may have domain names in common, so their styles are compared when all of them have changed. */
    private Uni<Void> update(TenantWrite write, List<ApplicationEntity> found, String style) {
        List<Change> changes = found.stream()
                .map(application -> changed(write, application, style))
                .toList();
        return segments.flush()
                .chain(() -> inTurn(found, matchStyles::requireAgreement))
                .chain(() -> write.announceAll(changes));
    }

    private Change changed(TenantWrite write, ApplicationEntity application, String style) {
        ObjectNode before = applications.columns(application);
        application.matchStyle = style;
        application.modifiedTime = write.at();
        application.modifiedBy = write.by();
        Refusals refusals = new Refusals();
        ApplicationRules.check(application, refusals);
        refusals.throwIfAny();
        return Change.of(
                Action.UPDATED, ApplicationShape.SHAPE, application, before, applications.columns(application));
    }

    private static <T, R> Uni<List<R>> inTurn(Collection<T> all, Function<T, Uni<R>> step) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .asList();
    }
}
