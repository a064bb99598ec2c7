package io.breakwater.config.agentgroup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.versionprofile.VersionProfile;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.Refusals;
import io.breakwater.config.wire.WireType;
import io.breakwater.config.wire.WireTypes;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The columns that both kinds of group of agents have. */
@MappedSuperclass
public abstract class AgentGroup extends ConfigObject {
    private static final long SECONDS_OF_A_DAY = 86_399;
    private static final long STEP_SECONDS = 900;
    private static final long INITIAL_UPGRADE_TIME = 66_600;

    private static final WireType<String> DAY =
            WireTypes.choice("SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY");
    private static final WireType<String> COUNTRY = new CountryCode();

    public BigDecimal latitude;
    public BigDecimal longitude;
    public String location;
    public String cityCountry;
    public String countryCode;
    public String upgradeDay;
    public Long upgradeTimeInSecs;
    public Boolean overrideVersionProfile;
    public Long versionProfileId;
    public Boolean useInDrMode;
    public String dcHostingInfo;
    public Long enrollmentCertId;
    public String siteId;

    /** @param overriding whether a group overrides the version profile unless told otherwise: the two kinds differ */
    protected static <E extends AgentGroup> List<Field<E, ?>> groupFields(boolean overriding, List<Field<E, ?>> own) {
        List<Field<E, ?>> fields = new ArrayList<>();
        fields.add(ConfigObject.keptDescription());
        fields.add(Field.required(
                "latitude", WireTypes.decimal("-90", "90"), group -> group.latitude, (group, v) -> group.latitude = v));
        fields.add(Field.required(
                "longitude",
                WireTypes.decimal("-180", "180"),
                group -> group.longitude,
                (group, v) -> group.longitude = v));
        fields.add(Field.required(
                "location", WireTypes.text(1000), group -> group.location, (group, v) -> group.location = v));
        fields.add(Field.of(
                "cityCountry", WireTypes.text(255), group -> group.cityCountry, (group, v) -> group.cityCountry = v));
        fields.add(Field.of("countryCode", COUNTRY, group -> group.countryCode, (group, v) -> group.countryCode = v));
        fields.add(
                Field.of("upgradeDay", DAY, group -> group.upgradeDay, (group, v) -> group.upgradeDay = v, "SUNDAY"));
        fields.add(Field.of(
                "upgradeTimeInSecs",
                WireTypes.number(0, SECONDS_OF_A_DAY),
                group -> group.upgradeTimeInSecs,
                (group, v) -> group.upgradeTimeInSecs = v,
                INITIAL_UPGRADE_TIME));
        fields.add(Field.flag(
                "overrideVersionProfile",
                group -> group.overrideVersionProfile,
                (group, v) -> group.overrideVersionProfile = v,
                overriding));
        fields.add(Field.of(
                "versionProfileId",
                WireTypes.id(),
                group -> group.versionProfileId,
                (group, v) -> group.versionProfileId = v,
                VersionProfile.DEFAULT.id()));
        fields.add(Field.flag("useInDrMode", group -> group.useInDrMode, (group, v) -> group.useInDrMode = v, false));
        fields.add(Field.of(
                "dcHostingInfo",
                WireTypes.text(64),
                group -> group.dcHostingInfo,
                (group, v) -> group.dcHostingInfo = v));
        fields.add(Field.of(
                "enrollmentCertId",
                WireTypes.id(),
                group -> group.enrollmentCertId,
                (group, v) -> group.enrollmentCertId = v));
        fields.add(Field.of("siteId", WireTypes.text(64), group -> group.siteId, (group, v) -> group.siteId = v));
        fields.addAll(own);
        return fields;
    }

    /** The rules that both kinds have. */
    public void check(ObjectNode body, Refusals refusals) {
        GroupVersion.resolveName(this, body, refusals);
        refusals.addWhen(
                upgradeTimeInSecs != null && upgradeTimeInSecs % STEP_SECONDS != 0,
                "upgradeTimeInSecs",
                "must be a multiple of " + STEP_SECONDS);
        refusals.addWhen(
                versionProfileId != null
                        && VersionProfile.ofId(versionProfileId).isEmpty(),
                "versionProfileId",
                "must be the id of a version profile: 0, 1 or 2");
    }
}
