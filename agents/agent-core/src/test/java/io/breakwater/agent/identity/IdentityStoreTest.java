package io.breakwater.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.agent.disk.LocalDisk;
import io.breakwater.agent.fixture.Tenant;
import io.breakwater.agent.fixture.TestCa;
import io.breakwater.agent.identity.IdentityStore.Recalled;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityStoreTest {
    @TempDir
    Path directory;

    private final TestCa ca = TestCa.create();
    private final Enrolment enrolment = Tenant.any().enrolment(true);

    @Test
    void thereIsNoIdentityBeforeTheEnrolment() throws Exception {
        store().certificateRequest("a");

        assertThat(recalled().identity()).isEmpty();
    }

    @Test
    void bringsBackWhatTheEnrolmentBrought() throws Exception {
        AgentIdentity enrolled = store().enrolled(enrolment, ca.certify(store().certificateRequest("a")), ca.pem());

        AgentIdentity loaded = recalled().identity().orElseThrow();

        assertThat(loaded.enrolment()).isEqualTo(enrolment);
        assertThat(loaded.certificate()).isEqualTo(enrolled.certificate());
        assertThat(loaded.keys().getPublic()).isEqualTo(loaded.certificate().getPublicKey());
    }

    @Test
    void theKeyIsMadeOnceAndIsForTheOwnerAlone() throws Exception {
        String first = store().certificateRequest("a");
        byte[] key = Files.readAllBytes(directory.resolve("identity/key.pem"));
        String second = store().certificateRequest("a");

        assertThat(Files.readAllBytes(directory.resolve("identity/key.pem"))).isEqualTo(key);
        assertThat(first).isNotEqualTo(second).startsWith("-----BEGIN CERTIFICATE REQUEST-----");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("identity/key.pem"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("identity"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aCertificateForAnotherKeyIsRefused() throws Exception {
        IdentityStore other = new IdentityStore(directory.resolve("other"), new LocalDisk());
        String foreign = ca.certify(other.certificateRequest("b"));

        assertThatThrownBy(() -> store().enrolled(enrolment, foreign, ca.pem()))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining("another key");
        assertThat(recalled().identity()).isEmpty();
    }

    private Recalled recalled() {
        return store().recall(remains -> Optional.empty());
    }

    private IdentityStore store() {
        return new IdentityStore(directory.resolve("identity"), new LocalDisk());
    }
}
