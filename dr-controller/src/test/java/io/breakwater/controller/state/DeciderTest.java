package io.breakwater.controller.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.Mode;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrSettings.DnsLookup;
import io.breakwater.contracts.event.DrSettings.DrPublicKey;
import io.breakwater.controller.settings.TenantSettings;
import io.breakwater.testsupport.records.Records;
import io.breakwater.testsupport.records.SigningKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeciderTest {
    private static final SigningKey KEY = SigningKey.generate();
    private static final String DOMAIN = "dr.example.com";
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);

    private final Decider decider = new Decider(16);
    private final TenantState fresh = TenantState.initial("c1", NOW);

    @Test
    void withoutSettingsALookIsKeptAndJudgedWhenTheyCome() {
        Step waiting = decider.observed(fresh, Optional.empty(), look(unsigned("on"), 0), NOW);
        Step judged = decider.settingsChanged(waiting.after(), settings(), NOW);

        assertThat(waiting.isChange()).isFalse();
        assertThat(judged.after().state().mode()).isEqualTo(Mode.ACTIVE);
    }

    /** I5: without a signature and a t nothing proves that a late look is newer. */
    @Test
    void aLateUnsignedLookHasNoEffect() {
        TenantState off = observe(fresh, look(unsigned("off"), 0), settings());

        Step late = decider.observed(off, Optional.of(settings()), look(unsigned("on"), -60), NOW);

        assertThat(late.isChange()).isFalse();
        assertThat(late.after()).isEqualTo(off);
    }

    @Test
    void aLateLookWithAVerifiedNewerActivationCounts() {
        TenantState looked = observe(fresh, look(Records.foreign(), 0), settings(KEY));

        Step late = decider.observed(
                looked,
                Optional.of(settings(KEY)),
                look(Records.signedOn(KEY, DOMAIN, NOW.getEpochSecond() - 5, null), -60),
                NOW);

        assertThat(late.after().state().mode()).isEqualTo(Mode.ACTIVE);
        assertThat(late.after().lastLook().seenAt()).as("of the later look").isEqualTo(NOW);
    }

    @Test
    void aLookAtAnotherDomainIsNotJudged() {
        LastLook elsewhere = new LastLook("other.example.com", unsigned("on"), List.of(), 30L, NOW, "POLL", null);

        assertThat(decider.observed(fresh, Optional.of(settings()), elsewhere, NOW)
                        .isChange())
                .isFalse();
    }

    @Test
    void theSameLookTwiceIsOneChange() {
        TenantState on = observe(fresh, look(unsigned("on"), 0), settings());
        TenantState again = observe(on, look(unsigned("on"), 1), settings());

        assertThat(on.sequence()).isEqualTo(1);
        assertThat(again.sequence()).isEqualTo(1);
        assertThat(again.lastLook().seenAt()).isEqualTo(NOW.plusSeconds(1));
    }

    /** I4 for the centre: the end counts by the clock, also when the settings are gone. */
    @Test
    void theEndComesByTheClockAlone() {
        long x = NOW.getEpochSecond() + 10;
        TenantState on = observe(fresh, look(Records.unsigned("on", null, x), 0), settings());

        Step early = decider.timer(on, Optional.of(settings()), Instant.ofEpochSecond(x));
        Step due = decider.timer(on, Optional.empty(), Instant.ofEpochSecond(x + 1));

        assertThat(on.nextTimer()).isEqualTo(Instant.ofEpochSecond(x + 1));
        assertThat(early.isChange()).isFalse();
        assertThat(due.after().state().mode()).isEqualTo(Mode.NORMAL);
        assertThat(due.after().nextTimer()).isNull();
    }

    @Test
    void whatIsStoredIsReadBackTheSame() {
        TenantState on = observe(
                fresh,
                look(Records.signedOn(KEY, DOMAIN, NOW.getEpochSecond() - 5, NOW.getEpochSecond() + 9), 0),
                settings(KEY));
        TenantState held = observe(on, look(List.of(List.of("\u0000\u0080\u00ff\"\\")), 1), settings(KEY));
        DrStateEntity row = new DrStateEntity();
        row.customerId = "c1";

        StateMapping.write(held, row);

        assertThat(StateMapping.read(row)).isEqualTo(held);
        assertThat(held.state().held()).isPresent();
    }

    private TenantState observe(TenantState state, LastLook look, TenantSettings settings) {
        return decider.observed(state, Optional.of(settings), look, NOW).after();
    }

    private static List<List<String>> unsigned(String body) {
        return Records.unsigned(body, null, null);
    }

    private static LastLook look(List<List<String>> rrset, long seconds) {
        return new LastLook(DOMAIN, rrset, List.of(), 30L, NOW.plusSeconds(seconds), "POLL", null);
    }

    private static TenantSettings settings(SigningKey... keys) {
        List<DrPublicKey> publicKeys = Arrays.stream(keys)
                .map(key -> new DrPublicKey("k", key.fingerprint(), key.publicPem()))
                .toList();
        return TenantSettings.of(new DrSettings(
                "c1",
                1,
                "DR.Example.com.",
                publicKeys,
                60,
                "strict",
                "keep",
                true,
                new DnsLookup("authoritative", List.of())));
    }
}
