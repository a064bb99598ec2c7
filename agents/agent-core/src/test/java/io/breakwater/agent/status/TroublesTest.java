package io.breakwater.agent.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.agent.fixture.TestClock;
import io.breakwater.agent.words.Words;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TroublesTest {
    private final AtomicInteger changes = new AtomicInteger();
    private final Troubles troubles = new Troubles(changes::incrementAndGet);

    @Test
    void theSentenceSaidLastThatStillHoldsIsTheLatest() {
        troubles.raise(Trouble.DNS, "no DNS");
        troubles.raise(Trouble.CENTRE, "no centre");
        assertThat(troubles.latest()).contains("no centre");

        troubles.clear(Trouble.CENTRE);
        assertThat(troubles.latest()).contains("no DNS");

        troubles.clear(Trouble.DNS);
        assertThat(troubles.latest()).isEmpty();
    }

    @Test
    void listsWhatIsWrongWithSinceLastSeenAndCountAndWhatWas() {
        TestClock clock = TestClock.at(10);
        Troubles listed = new Troubles(() -> {}, clock);
        listed.raise(Trouble.DNS, "no DNS");
        clock.set(20);
        listed.raise(Trouble.DNS, "no DNS");
        listed.raise(Trouble.CENTRE, "no centre");
        clock.set(30);
        listed.clear(Trouble.CENTRE);

        assertThat(listed.list())
                .containsExactly(
                        new TroubleEntry(Trouble.DNS, "no DNS", at(10), at(20), 2, null),
                        new TroubleEntry(Trouble.CENTRE, "no centre", at(20), at(20), 1, at(30)));
    }

    @Test
    @DisplayName("I9: neither the list nor a sentence grows without bound")
    void isBounded() {
        for (int i = 0; i < 1_000; i++) {
            troubles.raise(Trouble.CENTRE, "no centre " + i + "x".repeat(10_000));
        }

        assertThat(troubles.list())
                .hasSizeLessThan(30)
                .allSatisfy(one -> assertThat(one.what()).hasSizeLessThanOrEqualTo(Words.MOST_CHARACTERS));
    }

    private static Instant at(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }

    @Test
    void sayingTheSameAgainIsNoNews() {
        troubles.raise(Trouble.DNS, "no DNS");
        troubles.raise(Trouble.DNS, "no DNS");
        troubles.clear(Trouble.CENTRE);

        assertThat(changes).hasValue(1);
    }
}
