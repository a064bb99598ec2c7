package io.breakwater.snapshot.download;

import io.breakwater.platform.problem.ProblemException;
import io.breakwater.platform.security.Roles;
import io.breakwater.snapshot.TenantPaths;
import io.breakwater.snapshot.archive.ArchivedFiles;
import io.breakwater.snapshot.download.FileReader.Conditions;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Hands out indexes, manifests and files: exactly the octets that were signed, or whose digests were. */
@Path(TenantPaths.TENANT)
@RolesAllowed({Roles.AGENT, Roles.ADMIN, Roles.SERVICE, Roles.OPERATOR})
public class SnapshotResource {
    private final IndexReader indexes;
    private final ArchivedFiles manifests;
    private final FileReader files;

    SnapshotResource(IndexReader indexes, ArchivedFiles manifests, FileReader files) {
        this.indexes = indexes;
        this.manifests = manifests;
        this.files = files;
    }

    @GET
    @Path(TenantPaths.GROUP_SNAPSHOTS)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> index(
            @RestPath String customerId,
            @RestPath String groupId,
            @RestHeader("If-None-Match") String ifNoneMatch,
            @RestQuery("wait") String wait) {
        return indexes.read(new GroupKey(customerId, groupId), ifNoneMatch, wait)
                .map(index -> Representation.of(index, ifNoneMatch, Representation.REVALIDATE));
    }

    @GET
    @Path(TenantPaths.MANIFEST)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> manifest(
            @RestPath String customerId,
            @RestPath String groupId,
            @RestPath String name,
            @RestHeader("If-None-Match") String ifNoneMatch) {
        return manifests
                .manifest(customerId, groupId, name)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("snapshot"))
                .map(manifest -> Representation.of(manifest, ifNoneMatch, Representation.FOREVER));
    }

    @GET
    @Path(TenantPaths.FILE)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public RestMulti<byte[]> file(
            @RestPath String customerId,
            @RestPath String groupId,
            @RestPath String name,
            @RestPath String file,
            @RestHeader("If-None-Match") String ifNoneMatch,
            @RestHeader("Range") String range,
            @RestHeader("If-Range") String ifRange,
            @Context RoutingContext exchange) {
        KnownLength.preferIn(exchange);
        return RestMulti.fromUniResponse(
                files.open(new GroupKey(customerId, groupId), name, file, new Conditions(ifNoneMatch, range, ifRange)),
                Download::octets,
                Download::headers,
                Download::status);
    }
}
