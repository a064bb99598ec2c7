package io.breakwater.agent.centre;

import io.breakwater.contracts.event.AgentKind;

/** What an agent sends to enrol. The provisioning key is the credential. @param csr PEM of a PKCS#10 request */
public record EnrolmentRequest(
        String provisioningKey, String csr, String name, AgentKind kind, String platform, String version) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "EnrolmentRequest[name=" + name + ", kind=" + kind + "]";
    }
}
