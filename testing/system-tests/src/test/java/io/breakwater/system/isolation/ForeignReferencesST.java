package io.breakwater.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.system.RunningSuite;
import io.breakwater.system.SuiteExtension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests of one tenant on its own paths that name an object of another one where an object of its own belongs. */
@ExtendWith(SuiteExtension.class)
class ForeignReferencesST {
    private static final String KEYS = "v1~/associationType/CONNECTOR_GRP/provisioningKey";
    private static final String MOVE = "v1~/application/<application>/move";

    /** An unknown id inside of a body is refused (zpa-api 2.12), and so is a microtenant that does not exist. */
    private static final List<Reference> REFUSED = List.of(
            post(
                    "v1~/serverGroup",
                    "appConnectorGroup",
                    "name: 'N', dynamicDiscovery: true, appConnectorGroups: [{id: 'X'}]"),
            post("v1~/serverGroup", "server", "name: 'N', dynamicDiscovery: false, servers: [{id: 'X'}]"),
            put("v1~/serverGroup/<serverGroup>", "appConnectorGroup", "appConnectorGroups: [{id: 'X'}]"),
            put("v1~/serverGroup/<serverGroup>", "server", "servers: [{id: 'X'}]"),
            post("v1~/application", "segmentGroup", "name: 'N', domainNames: ['a.example'], segmentGroupId: 'X'"),
            post(
                    "v1~/application",
                    "serverGroup",
                    "name: 'N', domainNames: ['a.example'], segmentGroupId: '<segmentGroup>', serverGroups: [{id: 'X'}]"),
            put("v1~/application/<application>", "segmentGroup", "segmentGroupId: 'X'"),
            put("v1~/application/<application>", "serverGroup", "serverGroups: [{id: 'X'}]"),
            put(
                    "v1~/application/<application>/weightedLbConfig",
                    "serverGroup",
                    "weightedLoadBalancing: true, applicationToServerGroupMappings: [{id: 'X', weight: '1'}]"),
            put("v1~/application/<application>/share", "microtenants", "shareToMicrotenants: ['X']"),
            put(
                    "v1~/application/bulkUpdateMultiMatch",
                    "application",
                    "applicationIds: ['X'], matchStyle: 'INCLUSIVE'"),
            post(MOVE, "microtenants", "targetMicrotenantId: 'X', targetSegmentGroupId: '<segmentGroup>'"),
            post(MOVE, "segmentGroup", "targetMicrotenantId: '<microtenants>', targetSegmentGroupId: 'X'"),
            put("v1~/segmentGroup/<segmentGroup>", "application", "applications: [{id: 'X'}]"),
            put("v2~/segmentGroup/<segmentGroup>", "application", "addedApps: 'X'"),
            put("v1~/serviceEdgeGroup/<serviceEdgeGroup>", "network", "trustedNetworks: [{id: 'X'}]"),
            post(
                    KEYS,
                    "appConnectorGroup",
                    "name: 'N', maxUsage: '1', enrollmentCertId: '<enrollmentCert>', zcomponentId: 'X'"),
            post(
                    KEYS,
                    "enrollmentCert",
                    "name: 'N', maxUsage: '1', enrollmentCertId: 'X', zcomponentId: '<appConnectorGroup>'"),
            post("v1~/enrollmentCert/selfsigned/generate", "enrollmentCert", "name: 'N', rootCertificateId: 'X'"),
            post("v1~/apiKeys", "roles", "name: 'N', roleId: 'X'"),
            put("v1~/apiKeys/<apiKeys>", "roles", "roleId: 'X'"),
            put("v1~/administrators/<administrators>", "roles", "roleId: 'X'"),
            post("v1~/server", "microtenants", "name: 'N', address: '10.0.0.2', microtenantId: 'X'"),
            post("v1~/server?microtenantId=X", "microtenants", "name: 'N', address: '10.0.0.2'"),
            new Reference("GET", "v1~/server?microtenantId=X", "microtenants", ""));

    /** What does not exist has no part in them. */
    private static final List<Reference> IGNORED = List.of(
            post("v1~/server", "serverGroup", "name: 'N', address: '10.0.0.2', appServerGroupIds: ['X']"),
            post("v1~/connector/bulkDelete", "connector", "ids: ['X']"),
            post("v1~/serviceEdge/bulkDelete", "serviceEdge", "ids: ['X']"),
            new Reference("GET", "v1~/server?search=id+EQ+X", "server", ""),
            new Reference("GET", "v1~/application?search=segmentGroupId+EQ+X", "segmentGroup", ""));

    private final RunningSuite suite;
    private TwoTenants tenants;

    ForeignReferencesST(RunningSuite suite) {
        this.suite = suite;
    }

    @BeforeEach
    void twoTenants() {
        tenants = TwoTenants.in(suite);
    }

    @Test
    @DisplayName("an object of another tenant cannot be referred to, as little as one that does not exist (I8)")
    void referencesToAnotherTenantAreRefused() {
        List<String> breaches = new ArrayList<>();

        for (Reference reference : REFUSED) {
            Seen seen = reference.send(tenants.intruder(), tenants.other().id(reference.collection()));
            Seen wanted = reference.send(tenants.intruder(), TwoTenants.NOBODY);
            if (!seen.equals(wanted) || !seen.isNotFound() && !seen.isInvalid()) {
                breaches.add(reference + ": " + seen + "; with an id that nobody has " + wanted);
            }
        }

        assertThat(breaches).isEmpty();
        tenants.assertOtherUntouched();
    }

    @Test
    @DisplayName("where an unknown id does no harm, one of another tenant does none either, and shows nothing (I8)")
    void referencesToAnotherTenantAreIgnored() {
        List<String> breaches = new ArrayList<>();

        for (Reference reference : IGNORED) {
            Seen seen = reference.send(tenants.intruder(), tenants.other().id(reference.collection()));
            Seen wanted = reference.send(tenants.intruder(), TwoTenants.NOBODY);
            if (seen.status() != wanted.status()
                    || seen.text().contains(tenants.other().customerId())) {
                breaches.add(reference + ": " + seen + "; with an id that nobody has " + wanted);
            }
        }

        assertThat(breaches).isEmpty();
        tenants.assertOtherUntouched();
    }

    private static Reference post(String path, String collection, String body) {
        return new Reference("POST", path, collection, body);
    }

    private static Reference put(String path, String collection, String body) {
        return new Reference("PUT", path, collection, body);
    }
}
