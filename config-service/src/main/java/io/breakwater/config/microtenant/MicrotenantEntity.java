package io.breakwater.config.microtenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.HostNames;
import io.breakwater.config.wire.Shape;
import io.breakwater.config.wire.TextList;
import io.breakwater.config.wire.WireTypes;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.List;
import java.util.Locale;

/**
 * A microtenant. The Default one has the id 0 in every tenant: it is only ever read by its tenant's condition and never written, since
 * its id alone does not tell whose it is.
 */
@Entity
@Table(name = "microtenant")
public class MicrotenantEntity extends ConfigObject {
    private static final int MOST_DOMAINS = 100;

    public String criteriaAttribute;
    public String[] criteriaAttributeValues;
    public String operator;
    public Boolean privilegedApprovalsEnabled;

    /** The view of the administrator that a new one starts with, until it is told. */
    @Transient
    ObjectNode user;

    private static final List<Field<MicrotenantEntity, ?>> OWN = List.of(
            ConfigObject.keptDescription(),
            Field.required(
                    "criteriaAttribute",
                    WireTypes.choice("AuthDomain"),
                    microtenant -> microtenant.criteriaAttribute,
                    (microtenant, v) -> microtenant.criteriaAttribute = v),
            Field.required(
                    "criteriaAttributeValues",
                    new TextList(MOST_DOMAINS, domain -> HostNames.plain(domain).toLowerCase(Locale.ROOT)),
                    microtenant -> microtenant.criteriaAttributeValues,
                    (microtenant, v) -> microtenant.criteriaAttributeValues = v),
            Field.of(
                    "operator",
                    WireTypes.choice("OR", "AND"),
                    microtenant -> microtenant.operator,
                    (microtenant, v) -> microtenant.operator = v,
                    "OR"),
            Field.flag(
                    "privilegedApprovalsEnabled",
                    microtenant -> microtenant.privilegedApprovalsEnabled,
                    (microtenant, v) -> microtenant.privilegedApprovalsEnabled = v,
                    false));

    /** The resource {@code microtenant}. */
    public static final Shape<MicrotenantEntity> SHAPE = Shape.of("microtenant", ConfigObject.fields(true, OWN));
}
