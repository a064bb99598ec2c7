package io.breakwater.snapshot.configclient;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestForm;

/** The part of config-service's API that this service calls. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
interface ConfigServiceApi {

    @POST
    @Path("signin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<Token> signIn(@RestForm("client_id") String clientId, @RestForm("client_secret") String clientSecret);

    @GET
    @Path("api/v1/customers/{customerId}/dr-view")
    Uni<byte[]> drView(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @PathParam("customerId") String customerId);

    @GET
    @Path("api/v1/customers")
    Uni<byte[]> customers(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);

    /** @param expiresInSeconds a number, on some paths as text */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresInSeconds) {}
}
