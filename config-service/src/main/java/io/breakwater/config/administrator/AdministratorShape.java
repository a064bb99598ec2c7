package io.breakwater.config.administrator;

import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.HostNames;
import io.breakwater.config.wire.Shape;
import io.breakwater.config.wire.TextList;
import io.breakwater.config.wire.ValueRefused;
import io.breakwater.config.wire.WireType;
import io.breakwater.config.wire.WireTypes;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The fields of an administrator on the wire. The password is write-only and not among them. */
public final class AdministratorShape {
    private static final Pattern LOCAL_PART = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");

    private static final WireType<String> EMAIL = WireTypes.text(320, AdministratorShape::email);
    private static final WireType<String> PHONE_NUMBER = new PhoneNumber();

    private static final List<Field<AdministratorEntity, ?>> FIELDS = List.of(
            Field.readOnly("id", WireTypes.id(), admin -> admin.id),
            Field.readOnly("creationTime", WireTypes.time(), admin -> admin.creationTime),
            Field.readOnly("modifiedTime", WireTypes.time(), admin -> admin.modifiedTime),
            Field.readOnly("modifiedBy", WireTypes.id(), admin -> admin.modifiedBy),
            Field.readOnly("customerId", WireTypes.id(), admin -> admin.customerId),
            Field.<AdministratorEntity, String>required(
                            "username", EMAIL, admin -> admin.name, (admin, v) -> admin.name = v)
                    .keptAs("name"),
            Field.required(
                    "displayName",
                    WireTypes.name(255),
                    admin -> admin.displayName,
                    (admin, v) -> admin.displayName = v),
            Field.required("email", EMAIL, admin -> admin.email, (admin, v) -> admin.email = v),
            Field.of("phoneNumber", PHONE_NUMBER, admin -> admin.phoneNumber, (admin, v) -> admin.phoneNumber = v),
            Field.required("roleId", WireTypes.id(), admin -> admin.roleId, (admin, v) -> admin.roleId = v),
            Field.<AdministratorEntity>flag("isEnabled", admin -> admin.enabled, (admin, v) -> admin.enabled = v, true)
                    .keptAs("enabled"),
            Field.flag("isLocked", admin -> admin.isLocked, (admin, v) -> admin.isLocked = v, false),
            Field.flag("forcePwdChange", admin -> admin.forcePwdChange, (admin, v) -> admin.forcePwdChange = v, true),
            Field.flag(
                    "twoFactorAuthEnabled",
                    admin -> admin.twoFactorAuthEnabled,
                    (admin, v) -> admin.twoFactorAuthEnabled = v,
                    false),
            Field.of(
                    "twoFactorAuthType",
                    WireTypes.choice("YUBIKEY", "TOTP"),
                    admin -> admin.twoFactorAuthType,
                    (admin, v) -> admin.twoFactorAuthType = v),
            Field.flag("pinSession", admin -> admin.pinSession, (admin, v) -> admin.pinSession = v, false),
            Field.flag(
                    "localLoginDisabled",
                    admin -> admin.localLoginDisabled,
                    (admin, v) -> admin.localLoginDisabled = v,
                    false),
            Field.of(
                    "groupIds",
                    new TextList(100, text -> text),
                    admin -> admin.groupIds,
                    (admin, v) -> admin.groupIds = v == null ? new String[0] : v),
            Field.of("eula", WireTypes.choice("0", "1"), admin -> admin.eula, (admin, v) -> admin.eula = v, "0"),
            text("tokenId", admin -> admin.tokenId, (admin, v) -> admin.tokenId = v),
            text("comments", admin -> admin.comments, (admin, v) -> admin.comments = v),
            text("languageCode", admin -> admin.languageCode, (admin, v) -> admin.languageCode = v),
            text("timezone", admin -> admin.timezone, (admin, v) -> admin.timezone = v),
            text("operationType", admin -> admin.operationType, (admin, v) -> admin.operationType = v),
            text("deliveryTag", admin -> admin.deliveryTag, (admin, v) -> admin.deliveryTag = v));

    /** The resource {@code administrator}. */
    public static final Shape<AdministratorEntity> SHAPE = Shape.of("administrator", FIELDS);

    private AdministratorShape() {}

    private static Field<AdministratorEntity, String> text(
            String name, Function<AdministratorEntity, String> read, BiConsumer<AdministratorEntity, String> write) {
        return Field.of(name, WireTypes.text(1000), read, write);
    }

    /** The part of an e-mail address after the at sign. */
    static String domain(String email) {
        return email.substring(email.lastIndexOf('@') + 1);
    }

    private static String email(String given) {
        String text = HostNames.plain(given);
        int at = text.lastIndexOf('@');
        boolean valid = at > 0
                && LOCAL_PART.matcher(text.substring(0, at)).matches()
                && HostNames.isDomainName(text.substring(at + 1));
        if (!valid) {
            throw new ValueRefused("must be an e-mail address");
        }
        return text;
    }
}
