package io.breakwater.config.continuity;

import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.JsonType;
import io.breakwater.config.wire.Shape;
import io.breakwater.config.wire.WireType;
import io.breakwater.config.wire.WireTypes;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Business continuity settings: at most one of a tenant. */
@Entity
@Table(name = "business_continuity")
public class ContinuityEntity extends ConfigObject {
    private static final int LONGEST_TEXT = 100_000;
    private static final long MOST_BACKUPS = 100;
    private static final long INITIAL_BACKUPS = 15;
    private static final long INITIAL_DOWN_MINUTES = 2;
    private static final long INITIAL_SWITCH_MINUTES = 60;
    private static final WireType<String> UNIT = WireTypes.choice("MINUTES", "HOURS", "DAYS");

    public Long baAuthDomainCertId;
    public String baAuthDomainCertName;
    public String backupBasedir;
    public Boolean backupEnabled;
    public Long backupMaxAllowedNum;
    public String backupScheduleType;
    public String backupScheduleValue;
    public Boolean encryptSamlResponse;
    public String idpCert;
    public String idpEntityId;
    public String idpLoginUrl;
    public Long maxAllowedDownTime;
    public String maxAllowedDownTimeUnit;
    public Long maxAllowedSwitchTime;
    public String maxAllowedSwitchTimeUnit;
    public String metaData;
    public String userIdpsMetaData;
    public Boolean newUserSupport;
    public String offlineDomain;
    public Long siteSpCertId;
    public String siteSpCertName;
    public String sitespCaCertificate;
    public String sitespCertificate;
    public String sitespEncryptionCertificate;
    public String sitespSigningCertificate;
    public Boolean sitecPreferred;
    public Boolean switchTimeEnabled;
    public Boolean useExistingIdp;

    /** The resource {@code businessContinuitySettings}. */
    public static final Shape<ContinuityEntity> SHAPE = Shape.of("businessContinuitySettings", fields());

    private static List<Field<ContinuityEntity, ?>> fields() {
        List<Field<ContinuityEntity, ?>> fields = new ArrayList<>();
        fields.add(Field.readOnly("id", WireTypes.id(), settings -> settings.id));
        fields.add(Field.readOnly("creationTime", WireTypes.time(), settings -> settings.creationTime));
        fields.add(Field.readOnly("modifiedTime", WireTypes.time(), settings -> settings.modifiedTime));
        fields.add(Field.readOnly("modifiedBy", WireTypes.id(), settings -> settings.modifiedBy));
        fields.add(Field.flag(
                "backupEnabled",
                settings -> settings.backupEnabled,
                (settings, v) -> settings.backupEnabled = v,
                false));
        fields.add(Field.flag(
                "encryptSamlResponse",
                settings -> settings.encryptSamlResponse,
                (settings, v) -> settings.encryptSamlResponse = v,
                false));
        fields.add(Field.flag(
                "newUserSupport",
                settings -> settings.newUserSupport,
                (settings, v) -> settings.newUserSupport = v,
                false));
        fields.add(Field.flag(
                "sitecPreferred",
                settings -> settings.sitecPreferred,
                (settings, v) -> settings.sitecPreferred = v,
                false));
        fields.add(Field.flag(
                "switchTimeEnabled",
                settings -> settings.switchTimeEnabled,
                (settings, v) -> settings.switchTimeEnabled = v,
                false));
        fields.add(Field.flag(
                "useExistingIdp",
                settings -> settings.useExistingIdp,
                (settings, v) -> settings.useExistingIdp = v,
                false));
        fields.add(
                text("backupBasedir", settings -> settings.backupBasedir, (settings, v) -> settings.backupBasedir = v));
        fields.add(text(
                "backupScheduleType",
                settings -> settings.backupScheduleType,
                (settings, v) -> settings.backupScheduleType = v));
        fields.add(text(
                "backupScheduleValue",
                settings -> settings.backupScheduleValue,
                (settings, v) -> settings.backupScheduleValue = v));
        fields.add(text("idpCert", settings -> settings.idpCert, (settings, v) -> settings.idpCert = v));
        fields.add(text("idpEntityId", settings -> settings.idpEntityId, (settings, v) -> settings.idpEntityId = v));
        fields.add(text("idpLoginUrl", settings -> settings.idpLoginUrl, (settings, v) -> settings.idpLoginUrl = v));
        fields.add(
                text("offlineDomain", settings -> settings.offlineDomain, (settings, v) -> settings.offlineDomain = v));
        fields.add(text(
                "baAuthDomainCertName",
                settings -> settings.baAuthDomainCertName,
                (settings, v) -> settings.baAuthDomainCertName = v));
        fields.add(text(
                "siteSPCertName", settings -> settings.siteSpCertName, (settings, v) -> settings.siteSpCertName = v));
        fields.add(text(
                "sitespCACertificate",
                settings -> settings.sitespCaCertificate,
                (settings, v) -> settings.sitespCaCertificate = v));
        fields.add(text(
                "sitespCertificate",
                settings -> settings.sitespCertificate,
                (settings, v) -> settings.sitespCertificate = v));
        fields.add(text(
                "sitespEncryptionCertificate",
                settings -> settings.sitespEncryptionCertificate,
                (settings, v) -> settings.sitespEncryptionCertificate = v));
        fields.add(text(
                "sitespSigningCertificate",
                settings -> settings.sitespSigningCertificate,
                (settings, v) -> settings.sitespSigningCertificate = v));
        fields.add(json("metaData", settings -> settings.metaData, (settings, v) -> settings.metaData = v));
        fields.add(json(
                "userIdpsMetaData",
                settings -> settings.userIdpsMetaData,
                (settings, v) -> settings.userIdpsMetaData = v));
        fields.add(Field.of(
                "baAuthDomainCertId",
                WireTypes.id(),
                settings -> settings.baAuthDomainCertId,
                (settings, v) -> settings.baAuthDomainCertId = v));
        fields.add(Field.of(
                "siteSPCertId",
                WireTypes.id(),
                settings -> settings.siteSpCertId,
                (settings, v) -> settings.siteSpCertId = v));
        fields.add(Field.of(
                "backupMaxAllowedNum",
                WireTypes.number(1, MOST_BACKUPS),
                settings -> settings.backupMaxAllowedNum,
                (settings, v) -> settings.backupMaxAllowedNum = v,
                INITIAL_BACKUPS));
        fields.add(Field.of(
                "maxAllowedDownTime",
                WireTypes.number(1, 480),
                settings -> settings.maxAllowedDownTime,
                (settings, v) -> settings.maxAllowedDownTime = v,
                INITIAL_DOWN_MINUTES));
        fields.add(Field.of(
                "maxAllowedDownTimeUnit",
                UNIT,
                settings -> settings.maxAllowedDownTimeUnit,
                (settings, v) -> settings.maxAllowedDownTimeUnit = v,
                "MINUTES"));
        fields.add(Field.of(
                "maxAllowedSwitchTime",
                WireTypes.number(1, 10_080),
                settings -> settings.maxAllowedSwitchTime,
                (settings, v) -> settings.maxAllowedSwitchTime = v,
                INITIAL_SWITCH_MINUTES));
        fields.add(Field.of(
                "maxAllowedSwitchTimeUnit",
                UNIT,
                settings -> settings.maxAllowedSwitchTimeUnit,
                (settings, v) -> settings.maxAllowedSwitchTimeUnit = v,
                "MINUTES"));
        return fields;
    }

    private static Field<ContinuityEntity, String> json(
            String name, Function<ContinuityEntity, String> read, BiConsumer<ContinuityEntity, String> write) {
        return Field.<ContinuityEntity, String>of(name, new JsonType(LONGEST_TEXT), read, write)
                .derived();
    }

    private static Field<ContinuityEntity, String> text(
            String name, Function<ContinuityEntity, String> read, BiConsumer<ContinuityEntity, String> write) {
        return Field.<ContinuityEntity, String>of(name, WireTypes.text(LONGEST_TEXT), read, write)
                .derived();
    }
}
