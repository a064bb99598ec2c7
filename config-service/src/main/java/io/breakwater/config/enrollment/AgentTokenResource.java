package io.breakwater.config.enrollment;

import io.breakwater.config.signin.TokenView;
import io.breakwater.config.wire.FormBody;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.breakwater.platform.security.Claims;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Where an agent gets its tokens and its next certificate. */
@Path("/api/v1/agents")
public class AgentTokenResource {
    private static final String TYPE = "client_assertion_type";
    private static final String ASSERTION = "client_assertion";
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final AgentTokenService tokens;
    private final RenewalService renewals;
    private final JsonWebToken caller;

    AgentTokenResource(AgentTokenService tokens, RenewalService renewals, JsonWebToken caller) {
        this.tokens = tokens;
        this.renewals = renewals;
        this.caller = caller;
    }

    @POST
    @Path("/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(name = TYPE, type = SchemaType.STRING),
                                                @SchemaProperty(name = ASSERTION, type = SchemaType.STRING)
                                            })))
    public Uni<TokenView> token(byte[] body) {
        FormBody form = FormBody.read(body);
        if (!ASSERTION_TYPE.equals(form.get(TYPE))) {
            throw new ProblemException(
                    Problem.UNSUPPORTED_GRANT, "The field client_assertion_type must be " + ASSERTION_TYPE + ".");
        }
        return tokens.token(form.get(ASSERTION)).map(TokenView::withNumber);
    }

    @POST
    @Path("/renew")
    @RolesAllowed(Roles.AGENT)
    public Uni<RenewalView> renew(@NotNull @Valid RenewalRequest request) {
        return renewals.renew(caller.getClaim(Claims.AGENT_ID), request);
    }
}
