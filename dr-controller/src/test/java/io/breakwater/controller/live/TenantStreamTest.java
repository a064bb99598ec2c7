package io.breakwater.controller.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.controller.change.Change;
import io.breakwater.controller.change.ChangeKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenantStreamTest {
    private final TenantStream stream = new TenantStream("7");

    @Test
    void tellsEverythingAtFirstAndThenWhatChanged() {
        assertThat(stream.take()).containsExactly(Topic.STATE, Topic.HISTORY, Topic.CONVERGENCE);
        assertThat(stream.take()).isEmpty();

        stream.heard(Optional.of(new Change(ChangeKind.AGENT, "7")));
        stream.heard(Optional.of(new Change(ChangeKind.AGENT, "7")));
        assertThat(stream.take()).containsExactly(Topic.CONVERGENCE);

        stream.refresh();
        assertThat(stream.take()).containsExactly(Topic.STATE, Topic.HISTORY, Topic.CONVERGENCE);
    }

    /** Proves I8. */
    @Test
    void hearsNothingOfOtherTenants() {
        stream.take();

        stream.heard(Optional.of(new Change(ChangeKind.STATE, "8")));

        assertThat(stream.take()).isEmpty();
    }

    @Test
    void whatThePageHasIsNoNews() {
        assertThat(stream.isNews(Topic.STATE, "normal")).isTrue();
        assertThat(stream.isNews(Topic.STATE, "normal")).isFalse();
        assertThat(stream.isNews(Topic.HISTORY, "normal")).isTrue();
        assertThat(stream.isNews(Topic.STATE, "active")).isTrue();
        assertThat(stream.isNews(Topic.STATE, "normal")).isTrue();
    }
}
