package io.breakwater.config.apikey;

import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.Shape;
import io.breakwater.config.wire.WireTypes;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/** A tenant's API key. The id is its client id. */
@Entity
@Table(name = "api_key")
public class ApiKeyEntity extends ConfigObject {
    private static final long LONGEST_TOKEN_SECONDS = 3_600;

    public Long roleId;

    /** Seconds that its tokens live. */
    public Long tokenExpiryTimeInSec;

    public Boolean pinSessionEnabled;

    /** Lower-case hex. */
    public String secretSha256;

    /** PEM of the key that verifies its assertions; null: it signs in with its secret only. */
    public String publicKey;

    /** Of a new key, until it is told. */
    @Transient
    String secret;

    private static final List<Field<ApiKeyEntity, ?>> OWN = List.of(
            Field.required("roleId", WireTypes.id(), key -> key.roleId, (key, v) -> key.roleId = v),
            Field.of(
                    "tokenExpiryTimeInSec",
                    WireTypes.number(60, LONGEST_TOKEN_SECONDS),
                    key -> key.tokenExpiryTimeInSec,
                    (key, v) -> key.tokenExpiryTimeInSec = v,
                    LONGEST_TOKEN_SECONDS),
            Field.flag("pinSessionEnabled", key -> key.pinSessionEnabled, (key, v) -> key.pinSessionEnabled = v, false),
            Field.<ApiKeyEntity, String>of(
                            "publicKey",
                            WireTypes.text(PublicKeys.LONGEST, PublicKeys::check),
                            key -> key.publicKey,
                            (key, v) -> key.publicKey = v)
                    .derived(),
            Field.<ApiKeyEntity, Long>readOnly("clientId", WireTypes.id(), key -> key.id)
                    .keptAs("id"));

    /** The key that verifies its assertions, if it has one. */
    public Optional<PublicKey> verifyingKey() {
        return Optional.ofNullable(publicKey).map(PublicKeys::read);
    }

    /** The resource {@code apiKey}. */
    public static final Shape<ApiKeyEntity> SHAPE = Shape.of("apiKey", ConfigObject.fields(true, OWN));
}
