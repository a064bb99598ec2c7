package io.breakwater.config.application;

import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.Shape;
import io.breakwater.config.wire.TextList;
import io.breakwater.config.wire.WireTypes;
import java.util.List;

/** The fields of an application segment on the wire. */
public final class ApplicationShape {
    /** As many as the setting {@code breakwater.limits.domains-per-segment} can allow. */
    private static final int MOST_DOMAINS = 10_000;

    private static final int LONGEST_ID = 64;
    private static final long MOST_SECONDS = 999_999_999;

    private static final List<Field<ApplicationEntity, ?>> OWN = List.of(
            ConfigObject.clearedDescription(),
            Field.required(
                    "domainNames",
                    new TextList(MOST_DOMAINS, DomainNames::checked),
                    app -> app.domainNames,
                    (app, v) -> app.domainNames = v),
            Field.required(
                    "segmentGroupId", WireTypes.id(), app -> app.segmentGroupId, (app, v) -> app.segmentGroupId = v),
            Field.of(
                    "bypassType",
                    WireTypes.choice("NEVER", "ALWAYS", "ON_NET"),
                    app -> app.bypassType,
                    (app, v) -> app.bypassType = v,
                    "NEVER"),
            Field.flag("bypassOnReauth", app -> app.bypassOnReauth, (app, v) -> app.bypassOnReauth = v, false),
            Field.of(
                    "healthCheckType",
                    WireTypes.choice("DEFAULT", "NONE"),
                    app -> app.healthCheckType,
                    (app, v) -> app.healthCheckType = v,
                    "DEFAULT"),
            Field.of(
                    "healthReporting",
                    WireTypes.choice("NONE", "ON_ACCESS", "CONTINUOUS"),
                    app -> app.healthReporting,
                    (app, v) -> app.healthReporting = v,
                    "ON_ACCESS"),
            Field.of(
                    "icmpAccessType",
                    WireTypes.choice("NONE", "PING", "PING_TRACEROUTING"),
                    app -> app.icmpAccessType,
                    (app, v) -> app.icmpAccessType = v,
                    "NONE"),
            Field.of(
                    "tcpKeepAlive",
                    WireTypes.choice("0", "1"),
                    app -> app.tcpKeepAlive,
                    (app, v) -> app.tcpKeepAlive = v,
                    "0"),
            Field.of(
                    "matchStyle",
                    WireTypes.choice("EXCLUSIVE", "INCLUSIVE"),
                    app -> app.matchStyle,
                    (app, v) -> app.matchStyle = v,
                    "EXCLUSIVE"),
            Field.of(
                    "policyStyle",
                    WireTypes.choice("NONE", "DUAL_POLICY_EVAL"),
                    app -> app.policyStyle,
                    (app, v) -> app.policyStyle = v,
                    "NONE"),
            Field.of(
                    "configSpace",
                    WireTypes.choice("DEFAULT", "SIEM"),
                    app -> app.configSpace,
                    (app, v) -> app.configSpace = v,
                    "DEFAULT"),
            Field.flag(
                    "passiveHealthEnabled",
                    app -> app.passiveHealthEnabled,
                    (app, v) -> app.passiveHealthEnabled = v,
                    true),
            Field.flag("isCnameEnabled", app -> app.isCnameEnabled, (app, v) -> app.isCnameEnabled = v, true),
            Field.flag("useInDrMode", app -> app.useInDrMode, (app, v) -> app.useInDrMode = v, false),
            Field.flag("doubleEncrypt", app -> app.doubleEncrypt, (app, v) -> app.doubleEncrypt = v, false),
            Field.flag("ipAnchored", app -> app.ipAnchored, (app, v) -> app.ipAnchored = v, false),
            Field.flag(
                    "selectConnectorCloseToApp",
                    app -> app.selectConnectorCloseToApp,
                    (app, v) -> app.selectConnectorCloseToApp = v,
                    false),
            Field.flag(
                    "inspectTrafficWithZia",
                    app -> app.inspectTrafficWithZia,
                    (app, v) -> app.inspectTrafficWithZia = v,
                    false),
            Field.flag("adpEnabled", app -> app.adpEnabled, (app, v) -> app.adpEnabled = v, false),
            Field.flag(
                    "autoAppProtectEnabled",
                    app -> app.autoAppProtectEnabled,
                    (app, v) -> app.autoAppProtectEnabled = v,
                    false),
            Field.flag(
                    "apiProtectionEnabled",
                    app -> app.apiProtectionEnabled,
                    (app, v) -> app.apiProtectionEnabled = v,
                    false),
            Field.flag("fqdnDnsCheck", app -> app.fqdnDnsCheck, (app, v) -> app.fqdnDnsCheck = v, false),
            Field.flag("extranetEnabled", app -> app.extranetEnabled, (app, v) -> app.extranetEnabled = v, false),
            Field.of(
                    "defaultIdleTimeout",
                    WireTypes.number(0, MOST_SECONDS),
                    app -> app.defaultIdleTimeout,
                    (app, v) -> app.defaultIdleTimeout = v),
            Field.of(
                    "defaultMaxAge",
                    WireTypes.number(0, MOST_SECONDS),
                    app -> app.defaultMaxAge,
                    (app, v) -> app.defaultMaxAge = v),
            Field.of(
                    "appRecommendationId",
                    WireTypes.text(LONGEST_ID),
                    app -> app.appRecommendationId,
                    (app, v) -> app.appRecommendationId = v));

    /** The resource {@code application}, but for its ports, which have two forms each: {@link PortRanges}. */
    public static final Shape<ApplicationEntity> SHAPE = Shape.of("application", ConfigObject.fields(false, OWN));

    private ApplicationShape() {}
}
