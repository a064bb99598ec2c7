package io.breakwater.watcher.polling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Overlapping looks: an older one never speaks after a newer one (I3)")
class GenerationsTest {
    private final Generations generations = new Generations(2);

    @Test
    void anOlderLookSpeaksUntilANewerOneHasSpoken() {
        long first = generations.start();
        long second = generations.start();

        assertThat(generations.maySpeak(first, 1)).isTrue();
        assertThat(generations.maySpeak(second, 1)).isTrue();
        assertThat(generations.maySpeak(first, 2)).isFalse();
    }

    @Test
    void progressThatWasOvertakenIsDropped() {
        long look = generations.start();

        assertThat(generations.maySpeak(look, 2)).isTrue();
        assertThat(generations.maySpeak(look, 1)).isFalse();
        assertThat(generations.maySpeak(look, 3)).isTrue();
    }

    @Test
    void onlySoManyRunAtOneTime() {
        generations.start();
        generations.start();
        assertThat(generations.isFull()).isTrue();

        generations.end();
        assertThat(generations.isFull()).isFalse();
    }
}
