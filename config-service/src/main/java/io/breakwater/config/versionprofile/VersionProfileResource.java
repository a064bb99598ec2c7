package io.breakwater.config.versionprofile;

import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.search.Criterion;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.search.SearchParser;
import io.breakwater.config.wire.Envelope;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Lists the version profiles. They are few and never change, so a search looks at the names only. */
@Path(ConfigObjectResource.V1 + "/visible/versionProfiles")
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
@Produces(JsonBody.CONTENT_TYPE)
public class VersionProfileResource {
    @GET
    public Envelope<VersionProfileView> list(@PathParam("customerId") String customerId, @BeanParam ListQuery query) {
        List<Criterion> criteria = SearchParser.parse(query.search());
        List<VersionProfileView> found = Arrays.stream(VersionProfile.values())
                .filter(profile -> criteria.stream().allMatch(criterion -> matches(profile, criterion)))
                .map(profile -> VersionProfileView.of(profile, customerId))
                .toList();
        long skipped = Math.min(found.size(), query.pageNumber() - 1) * query.pageSize();
        long pages = (found.size() + query.pageSize() - 1) / query.pageSize();
        return Envelope.of(
                pages,
                found.size(),
                found.stream().skip(skipped).limit(query.pageSize()).toList());
    }

    private static boolean matches(VersionProfile profile, Criterion criterion) {
        String name = profile.label().toLowerCase(Locale.ROOT);
        String value = criterion.value().toLowerCase(Locale.ROOT);
        return switch (criterion.operator()) {
            case EQ -> name.equals(value);
            case NE -> !name.equals(value);
            default -> name.contains(value);
        };
    }
}
