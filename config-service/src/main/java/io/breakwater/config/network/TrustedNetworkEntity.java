package io.breakwater.config.network;

import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.Shape;
import io.breakwater.config.wire.WireTypes;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;

/** A trusted network. All microtenants share them. */
@Entity
@Table(name = "trusted_network")
public class TrustedNetworkEntity extends ConfigObject {
    /** A UUID. */
    public String networkId;

    public String zscalerCloud;
    public String domain;

    private static final List<Field<TrustedNetworkEntity, ?>> OWN = List.of(
            Field.of(
                    "networkId",
                    WireTypes.text(64),
                    network -> network.networkId,
                    (network, v) -> network.networkId = v == null ? network.networkId : v),
            Field.of(
                    "zscalerCloud",
                    WireTypes.text(255),
                    network -> network.zscalerCloud,
                    (network, v) -> network.zscalerCloud = v),
            Field.of(
                    "domain",
                    WireTypes.host(255, text -> text),
                    network -> network.domain,
                    (network, v) -> network.domain = v),
            Field.<TrustedNetworkEntity, Long>readOnly(
                            "masterCustomerId", WireTypes.id(), network -> network.customerId)
                    .derived());

    /** The resource {@code network}. */
    public static final Shape<TrustedNetworkEntity> SHAPE = Shape.of("network", ConfigObject.fields(true, OWN));
}
