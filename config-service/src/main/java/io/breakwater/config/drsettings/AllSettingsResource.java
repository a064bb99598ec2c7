package io.breakwater.config.drsettings;

import io.breakwater.config.wire.OwnerPages;
import io.breakwater.contracts.config.OwnerPage;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** DR settings of all tenants, for the services that keep a copy of them: what this says is the truth, whatever the bus told. */
@Path("/api/v1/dr-settings")
@RolesAllowed({Roles.SERVICE, Roles.OPERATOR})
public class AllSettingsResource {
    private final AllSettings settings;

    AllSettingsResource(AllSettings settings) {
        this.settings = settings;
    }

    @GET
    public Uni<OwnerPage<DrSettings>> list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        return settings.page(OwnerPages.of(after, limit));
    }
}
