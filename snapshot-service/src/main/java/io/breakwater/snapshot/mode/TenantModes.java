package io.breakwater.snapshot.mode;

import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrStateChanged;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The tenants' modes. A capture and a change of mode lock the same row, so that one is wholly before the other. Methods run in the
 * caller's transaction.
 */
@Singleton
public class TenantModes {
    private static final Logger LOG = Logger.getLogger(TenantModes.class);

    private final TenantModeRepository repository;
    private final EvidenceJudge judge;
    private final ModeConfig config;
    private final Clock clock;

    TenantModes(TenantModeRepository repository, EvidenceJudge judge, ModeConfig config, Clock clock) {
        this.repository = repository;
        this.judge = judge;
        this.config = config;
        this.clock = clock;
    }

    /** The tenant's mode, which cannot change before the caller's transaction ends, but by the clock. */
    public Uni<TenantMode> lock(String customerId) {
        return repository.lock(customerId).map(this::now);
    }

    /** The tenant's mode now. */
    public Uni<TenantMode> current(String customerId) {
        return repository.findById(customerId).map(entity -> entity == null ? initial(customerId) : now(entity));
    }

    /** Whether evidence from elsewhere may say that something was applied at that time: never ahead of the clock. */
    public boolean mayHaveBeenApplied(Long t) {
        return t == null || t <= latest();
    }

    /** Takes from an event what its evidence shows. */
    public Uni<ModeChange> tell(DrStateChanged state, DrSettings settings) {
        return change(state.customerId(), settings, belief -> belief.told(state));
    }

    /** Takes the owner's word, as far as the evidence allows. */
    public Uni<ModeChange> own(DrStateChanged state, DrSettings settings) {
        return change(state.customerId(), settings, belief -> belief.owned(state));
    }

    /** The owner knows no state of the tenant. */
    public Uni<ModeChange> disown(String customerId, DrSettings settings) {
        return change(customerId, settings, belief -> ModeJudgement.of(belief.unowned()));
    }

    /**
     * Compares the owner's words with what is stored.
     *
     * @param settings of the states' tenants
     */
    public Uni<ModeComparison> compare(List<DrStateChanged> states, Map<String, DrSettings> settings) {
        List<DrStateChanged> known = states.stream()
                .filter(state -> settings.containsKey(state.customerId()))
                .toList();
        return found(known).map(stored -> {
            List<DrStateChanged> others = new ArrayList<>();
            long refused = states.size() - known.size();
            for (DrStateChanged state : known) {
                KnownMode before = stored.getOrDefault(state.customerId(), KnownMode.INITIAL);
                Optional<ModeJudgement> judged = owned(state, before, settings.get(state.customerId()));
                refused += judged.flatMap(ModeJudgement::doubt).isPresent() || judged.isEmpty() ? 1 : 0;
                judged.filter(one -> !one.mode().equals(before)).ifPresent(one -> others.add(state));
            }
            return new ModeComparison(others, refused);
        });
    }

    /** Empty when the tenant's settings cannot be followed: one such tenant must not keep the others from being mended. */
    private Optional<ModeJudgement> owned(DrStateChanged state, KnownMode before, DrSettings settings) {
        try {
            return Optional.of(belief(before, settings).owned(state));
        } catch (IllegalArgumentException e) {
            LOG.debugf("The settings of tenant %s cannot be followed", state.customerId());
            return Optional.empty();
        }
    }

    /** The tenants of which something was ever told. */
    public Uni<List<String>> told() {
        return repository.findTold();
    }

    private Uni<Map<String, KnownMode>> found(List<DrStateChanged> states) {
        List<String> ids = states.stream().map(DrStateChanged::customerId).toList();
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : repository
                        .findAllOf(ids)
                        .map(rows -> rows.stream()
                                .collect(Collectors.toMap(row -> row.customerId, TenantModeEntity::known)));
    }

    private Uni<ModeChange> change(
            String customerId, DrSettings settings, Function<ModeBelief, ModeJudgement> judgement) {
        return repository.lock(customerId).map(entity -> {
            TenantMode before = new TenantMode(
                    customerId, entity.known().mode(), now(entity).replay());
            ModeJudgement judged = judgement.apply(belief(entity.known(), settings));
            if (!judged.mode().equals(entity.known())) {
                entity.take(judged.mode(), clock.instant());
            }
            return new ModeChange(before, now(entity), judged.doubt());
        });
    }

    private ModeBelief belief(KnownMode known, DrSettings settings) {
        return new ModeBelief(
                TenantRules.of(settings),
                known,
                judge,
                seconds(),
                config.clockTolerance().toSeconds(),
                config.largestJump());
    }

    private TenantMode now(TenantModeEntity entity) {
        return entity.at(seconds(), latest());
    }

    private static TenantMode initial(String customerId) {
        return new TenantMode(customerId, KnownMode.INITIAL.mode(), null);
    }

    private long latest() {
        return seconds() + config.clockTolerance().toSeconds();
    }

    private long seconds() {
        return clock.instant().getEpochSecond();
    }
}
