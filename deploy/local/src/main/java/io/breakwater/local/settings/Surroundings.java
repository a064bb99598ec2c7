package io.breakwater.local.settings;

import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.ports.PortPlan;
import io.breakwater.local.secrets.Secrets;
import io.breakwater.local.zone.ZoneLocation;
import java.net.URI;

/**
 * What the settings of services and agents are made of.
 *
 * @param kafka bootstrap servers
 */
public record Surroundings(
        DataDirectory data,
        PortPlan ports,
        Secrets secrets,
        PostgresLocation postgres,
        String kafka,
        ZoneLocation zone) {

    /** The address of a service or of an agent's operator port. */
    public URI url(String name) {
        return URI.create("http://127.0.0.1:" + ports.port(name));
    }

    /** Where it tells its health. */
    public URI management(String name) {
        return URI.create("http://127.0.0.1:" + ports.management(name));
    }
}
