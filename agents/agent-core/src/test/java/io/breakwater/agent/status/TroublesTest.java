package io.breakwater.agent.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
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
    void sayingTheSameAgainIsNoNews() {
        troubles.raise(Trouble.DNS, "no DNS");
        troubles.raise(Trouble.DNS, "no DNS");
        troubles.clear(Trouble.CENTRE);

        assertThat(changes).hasValue(1);
    }
}
