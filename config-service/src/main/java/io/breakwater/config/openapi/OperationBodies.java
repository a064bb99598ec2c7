package io.breakwater.config.openapi;

import java.util.Map;
import java.util.Optional;

/** Schemas of the operations that are not plain reading and writing of one resource, by class and method. They stand in openapi.yaml. */
final class OperationBodies {
    private static final Map<String, String> REQUESTS = Map.ofEntries(
            Map.entry("ConnectorResource_bulkDelete", "idList"),
            Map.entry("EdgeResource_bulkDelete", "idList"),
            Map.entry("MicrotenantResource_search", "filteredSearch"),
            Map.entry("CertificateResource_request", "enrollmentCertUpdate"),
            Map.entry("CertificateResource_selfSigned", "selfSignedRequest"),
            Map.entry("VersionProfileChoiceResource_choose", "versionProfileChoice"),
            Map.entry("VersionProfileResource_update", "versionProfile"),
            Map.entry("CompanySettingsResource_putSsoLoginOptions", "ssoLoginOptions"),
            Map.entry("CompanySettingsResource_putDomains", "searchSuffixes"),
            Map.entry("AncestorPolicyResource_put", "ancestorPolicy"),
            Map.entry("ApplicationPlacementResource_move", "moveRequest"),
            Map.entry("ApplicationPlacementResource_share", "shareRequest"),
            Map.entry("ApplicationPlacementResource_updateWeights", "weights"),
            Map.entry("ApplicationReportResource_multimatchUnsupported", "domainNames"),
            Map.entry("ApplicationResource_provision", "applicationCreate"),
            Map.entry("ApplicationResource_validate", "applicationUpdate"),
            Map.entry("ApplicationResource_updateMatchStyle", "matchStyleRequest"),
            Map.entry("TransferResource_load", "configuration"));

    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("AdminMeResource_me", "me"),
            Map.entry("AuthDomainResource_get", "authDomains"),
            Map.entry("AncestorPolicyResource_get", "ancestorPolicy"),
            Map.entry("AncestorPolicyResource_put", "ancestorPolicy"),
            Map.entry("MicrotenantResource_summary", "namedList"),
            Map.entry("MicrotenantResource_search", "microtenantList"),
            Map.entry("CertificateResource_request", "enrollmentCert"),
            Map.entry("CertificateResource_selfSigned", "enrollmentCert"),
            Map.entry("CertificateListResource_list", "enrollmentCertList"),
            Map.entry("TrustedNetworkListResource_list", "networkList"),
            Map.entry("TenantVersionProfileResource_get", "versionProfile"),
            Map.entry("VersionProfileResource_list", "versionProfileList"),
            Map.entry("CompanySettingsResource_ssoLoginOptions", "ssoLoginOptions"),
            Map.entry("CompanySettingsResource_domains", "searchSuffixes"),
            Map.entry("DrToolVersionResource_list", "drToolVersionList"),
            Map.entry("PermissionGroupResource_list", "permissionGroupList"),
            Map.entry("ProvisioningKeyResource_ofGroup", "provisioningKeys"),
            Map.entry("ConnectorGroupResource_withServerGroups", "appConnectorGroup"),
            Map.entry("ApplicationPlacementResource_weights", "weights"),
            Map.entry("ApplicationReportResource_currentAndMaxLimit", "applicationCounts"),
            Map.entry("ApplicationReportResource_configured", "configuredCounts"),
            Map.entry("ApplicationReportResource_mappings", "mappings"),
            Map.entry("ApplicationReportResource_ofType", "applicationList"),
            Map.entry("ApplicationReportResource_multimatchUnsupported", "multimatchReferences"),
            Map.entry("ApplicationResource_provision", "application"),
            Map.entry("ApplicationResource_validate", "validation"),
            Map.entry("TransferResource_export", "configuration"));

    private OperationBodies() {}

    static Optional<String> request(String operation) {
        return Optional.ofNullable(REQUESTS.get(operation));
    }

    static Optional<String> answer(String operation) {
        return Optional.ofNullable(ANSWERS.get(operation));
    }
}
