package io.breakwater.config.enrollment;

import io.breakwater.config.signin.TokenView;
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
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Where an agent gets its tokens and its next certificate. */
@Path("/api/v1/agents")
public class AgentTokenResource {
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
    public Uni<TokenView> token(
            @FormParam("client_assertion_type") String type, @FormParam("client_assertion") String assertion) {
        if (!ASSERTION_TYPE.equals(type)) {
            throw new ProblemException(
                    Problem.UNSUPPORTED_GRANT, "The field client_assertion_type must be " + ASSERTION_TYPE + ".");
        }
        return tokens.token(assertion).map(TokenView::withNumber);
    }

    @POST
    @Path("/renew")
    @RolesAllowed(Roles.AGENT)
    public Uni<RenewalView> renew(@NotNull @Valid RenewalRequest request) {
        return renewals.renew(caller.getClaim(Claims.AGENT_ID), request);
    }
}
