package io.breakwater.config.configobject;

import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.WireTypes;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The columns that all objects of the management API have. Entities never leave this service's features. */
@MappedSuperclass
public abstract class ConfigObject extends PanacheEntityBase {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DESCRIPTION = 4000;

    @Id
    public Long id;

    public Long customerId;
    public Long microtenantId;
    public String name;

    /** The name as the Go client searches it; kept by the database. */
    @Column(insertable = false, updatable = false)
    public String nameKey;

    public String description;
    public Boolean enabled;
    public Instant creationTime;
    public Instant modifiedTime;
    public Long modifiedBy;

    /** The fields of every resource, in ZPA's order, followed by the resource's own. */
    public static <E extends ConfigObject> List<Field<E, ?>> fields(boolean enabledInitially, List<Field<E, ?>> own) {
        List<Field<E, ?>> fields = new ArrayList<>();
        fields.add(Field.readOnly("id", WireTypes.id(), object -> object.id));
        fields.add(Field.readOnly("creationTime", WireTypes.time(), object -> object.creationTime));
        fields.add(Field.readOnly("modifiedTime", WireTypes.time(), object -> object.modifiedTime));
        fields.add(Field.readOnly("modifiedBy", WireTypes.id(), object -> object.modifiedBy));
        fields.add(Field.required(
                "name", WireTypes.name(LONGEST_NAME), object -> object.name, (object, v) -> object.name = v));
        fields.add(
                Field.flag("enabled", object -> object.enabled, (object, v) -> object.enabled = v, enabledInitially));
        fields.addAll(own);
        return fields;
    }

    /** A description that an update without it keeps. */
    public static <E extends ConfigObject> Field<E, String> keptDescription() {
        return Field.of(
                "description",
                WireTypes.text(LONGEST_DESCRIPTION),
                object -> object.description,
                (object, value) -> object.description = value);
    }

    /** A description that an update without it clears (zpa-api 2.11). */
    public static <E extends ConfigObject> Field<E, String> clearedDescription() {
        return ConfigObject.<E>keptDescription().clearedByOmission();
    }
}
