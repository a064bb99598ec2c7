package io.breakwater.config.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.wire.Refusals;
import java.util.Arrays;
import java.util.List;

/** What the fields of an application segment demand of each other (zpa-api 4.4). Pure. */
final class ApplicationRules {
    private static final String INCLUSIVE = "INCLUSIVE";

    private ApplicationRules() {}

    static void check(ApplicationEntity application, Refusals refusals) {
        boolean inclusive = INCLUSIVE.equals(application.matchStyle);
        if (inclusive) {
            refusals.addWhen(on(application.ipAnchored), "ipAnchored", "must be false with matchStyle INCLUSIVE");
            refusals.addWhen(on(application.doubleEncrypt), "doubleEncrypt", "must be false with matchStyle INCLUSIVE");
            refusals.addWhen(on(application.adpEnabled), "adpEnabled", "must be false with matchStyle INCLUSIVE");
            refusals.addWhen(
                    "CONTINUOUS".equals(application.healthReporting),
                    "healthReporting",
                    "must not be CONTINUOUS with matchStyle INCLUSIVE");
        }
        checkDomains(application, inclusive, refusals);
        refusals.addWhen(
                on(application.adpEnabled) && on(application.autoAppProtectEnabled),
                "autoAppProtectEnabled",
                "must be false with adpEnabled");
        refusals.addWhen(
                on(application.selectConnectorCloseToApp)
                        && application.udpPorts != null
                        && application.udpPorts.length > 0,
                "selectConnectorCloseToApp",
                "must be false with UDP ports");
    }

    /**
     * What only a request can break: apps of a segment that it does not keep but that its match style forbids, and a limit.
     *
     * @param mostDomains that a segment may have
     */
    static void checkRequest(ApplicationEntity application, ObjectNode body, int mostDomains, Refusals refusals) {
        for (String apps : List.of("clientlessApps", "inspectionApps")) {
            refusals.addWhen(
                    INCLUSIVE.equals(application.matchStyle) && !body.path(apps).isEmpty(),
                    apps,
                    "must be empty with matchStyle INCLUSIVE");
        }
        refusals.addWhen(
                application.domainNames != null && application.domainNames.length > mostDomains,
                "domainNames",
                "must have at most " + mostDomains + " entries");
    }

    private static void checkDomains(ApplicationEntity application, boolean inclusive, Refusals refusals) {
        if (application.domainNames == null) {
            return;
        }
        refusals.addWhen(application.domainNames.length == 0, "domainNames", "must not be empty");
        refusals.addWhen(
                !inclusive && Arrays.stream(application.domainNames).anyMatch(DomainNames::hasInnerWildcard),
                "domainNames",
                "must have wildcards only as the first label, unless matchStyle is INCLUSIVE");
    }

    /** Whether it could have the match style INCLUSIVE. */
    static boolean allowInclusive(ApplicationEntity application) {
        return !on(application.ipAnchored)
                && !on(application.doubleEncrypt)
                && !on(application.adpEnabled)
                && !"CONTINUOUS".equals(application.healthReporting);
    }

    private static boolean on(Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }
}
