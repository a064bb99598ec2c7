package io.breakwater.agent.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.agent.disk.LocalDisk;
import io.breakwater.agent.fixture.Snapshots;
import io.breakwater.agent.fixture.Tenant;
import io.breakwater.agent.trust.IndexRefusedException.Why;
import io.breakwater.contracts.event.DrSettings.DrPublicKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustStoreTest {
    @TempDir
    Path directory;

    private final Tenant tenant = Tenant.any();
    private TrustStore store;

    @BeforeEach
    void enrolled() throws Exception {
        store = store();
        store.begin(tenant.enrolment(false));
    }

    @Test
    void beginsWithTheEnrolmentAndFollowsNewerIndexes() throws Exception {
        assertThat(store.trust().orElseThrow().designated()).isFalse();
        assertThat(store.accept(index(5, true))).isTrue();
        assertThat(store.accept(index(5, true))).isFalse();

        assertThat(store.trust().orElseThrow().designated()).isTrue();
        assertThat(store.trust().orElseThrow().domain()).contains(tenant.domain());
    }

    @Test
    void anOlderIndexAndASecondOneWithTheSameSequenceAreRefused() throws Exception {
        store.accept(index(5, true));

        assertRefused(index(4, false), Why.ROLLBACK);
        assertRefused(index(5, false), Why.ROLLBACK);
    }

    @Test
    @DisplayName("I8: another group's index is refused")
    void anotherGroupsIndexIsRefused() {
        Tenant other = new Tenant(tenant.customerId(), "other", tenant.domain(), tenant.key(), tenant.signer());

        assertRefused(Snapshots.index(other, 7, true, List.of()), Why.FOREIGN);
    }

    @Test
    void signedGarbageIsRefused() {
        assertRefused(tenant.signer().sign("{\"format\":2}".getBytes()), Why.UNREADABLE);
        assertRefused(tenant.signer().sign("[".getBytes()), Why.UNREADABLE);
        assertRefused(new SignedDocument(new byte[3], "nonsense"), Why.SIGNATURE);
    }

    @Test
    @DisplayName("I6: one damaged copy of the index does not matter")
    void eitherCopyIsEnough() throws Exception {
        store.accept(index(5, true));
        Files.write(directory.resolve("index.signed"), new byte[] {1, 2, 3});

        TrustStore next = store();
        next.begin(tenant.enrolment(false));

        assertThat(next.trust().orElseThrow().sequence()).isEqualTo(5);
    }

    @Test
    @DisplayName("I6: a copy that is behind is repaired, so that damage to the other one brings no older index back")
    void aCopyThatIsBehindIsRepaired() throws Exception {
        store.accept(index(5, false));
        byte[] older = Files.readAllBytes(directory.resolve("index.signed"));
        store.accept(index(6, true));
        Files.write(directory.resolve("index.signed"), older);
        store().begin(tenant.enrolment(false));
        Files.write(directory.resolve("index.signed.copy"), new byte[] {1, 2, 3});

        TrustStore next = store();
        next.begin(tenant.enrolment(false));

        assertThat(next.trust().orElseThrow().sequence()).isEqualTo(6);
        assertThat(next.faults()).singleElement().asString().contains("index.signed.copy");
    }

    @Test
    @DisplayName("I1: a key that cannot be read does not make the tenant one without a key")
    void anUnreadableKeyStillCountsAsAKey() throws Exception {
        store.begin(tenant.enrolment(true, tenant.settings(List.of(new DrPublicKey("1", "f", "no key")))));

        assertThat(store.trust().orElseThrow().keys()).hasSize(1);
    }

    private void assertRefused(SignedDocument document, Why why) {
        Trust before = store.trust().orElseThrow();
        assertThatThrownBy(() -> store.accept(document))
                .isInstanceOfSatisfying(
                        IndexRefusedException.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
        assertThat(store.trust()).contains(before);
    }

    private SignedDocument index(long sequence, boolean designated) {
        return Snapshots.index(tenant, sequence, designated, List.of());
    }

    private TrustStore store() {
        return new TrustStore(directory.resolve("index.signed"), new LocalDisk());
    }
}
