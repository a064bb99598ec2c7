package io.breakwater.config.server;

import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.Shape;
import io.breakwater.config.wire.WireTypes;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;

/** An application server. */
@Entity
@Table(name = "server")
public class ServerEntity extends ConfigObject {
    public String address;
    public String configSpace;

    private static final List<Field<ServerEntity, ?>> OWN = List.of(
            ConfigObject.clearedDescription(),
            Field.required("address", new ServerAddress(), server -> server.address, (server, v) -> server.address = v),
            Field.of(
                    "configSpace",
                    WireTypes.choice("DEFAULT", "SIEM"),
                    server -> server.configSpace,
                    (server, v) -> server.configSpace = v,
                    "DEFAULT"));

    /** The resource {@code server}. */
    public static final Shape<ServerEntity> SHAPE = Shape.of("server", ConfigObject.fields(false, OWN));
}
