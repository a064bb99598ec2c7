package io.breakwater.config.signin;

import io.breakwater.config.wire.JsonBody;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Sign-in as both generations of ZPA's clients do it, and the key that verifies what they get. */
@Path("/")
@PermitAll
@Produces(JsonBody.CONTENT_TYPE)
public class SignInResource {
    private static final String GRANT = "client_credentials";
    private static final String REFUSED = "The client id or the client secret is wrong, or the key is disabled.";

    private static final String NOT_ASSERTED =
            "The client assertion is refused: it must be an RS256 JWT that the API key's publicKey verifies, with its id as iss and sub,"
                    + " the audience https://api.zscaler.com and an exp of at most fifteen minutes from now.";

    private final SignInService service;
    private final TokenKey key;

    SignInResource(SignInService service, TokenKey key) {
        this.service = service;
        this.key = key;
    }

    @POST
    @Path("/signin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<TokenView> signIn(
            @FormParam("client_id") String clientId, @FormParam("client_secret") String clientSecret) {
        return service.signIn(clientId, clientSecret)
                .map(SignInResource::required)
                .map(TokenView::withText);
    }

    @POST
    @Path("/oauth2/v1/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<TokenView> token(
            @FormParam("grant_type") String grant,
            @FormParam("client_id") String clientId,
            @FormParam("client_secret") String clientSecret,
            @FormParam("client_assertion_type") String assertionType,
            @FormParam("client_assertion") String assertion,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        if (grant != null && !GRANT.equals(grant)) {
            throw new ProblemException(Problem.UNSUPPORTED_GRANT, "The grant type must be " + GRANT + ".");
        }
        if (assertion != null) {
            return asserted(assertionType, assertion);
        }
        BasicCredentials credentials =
                BasicCredentials.of(authorization).orElseGet(() -> new BasicCredentials(clientId, clientSecret));
        return service.signIn(credentials.clientId(), credentials.secret())
                .map(SignInResource::required)
                .map(TokenView::withNumber);
    }

    private Uni<TokenView> asserted(String type, String assertion) {
        if (!ClientAssertion.TYPE.equals(type)) {
            throw new ProblemException(
                    Problem.INVALID_CLIENT, "The client_assertion_type must be " + ClientAssertion.TYPE + ".");
        }
        return service.signIn(new ClientAssertion(assertion))
                .map(token -> token.orElseThrow(() -> new ProblemException(Problem.INVALID_CLIENT, NOT_ASSERTED)))
                .map(TokenView::withNumber);
    }

    private static AccessToken required(Optional<AccessToken> token) {
        return token.orElseThrow(() -> new ProblemException(Problem.INVALID_CLIENT, REFUSED));
    }

    /** Tokens are short: there is nothing to forget. */
    @POST
    @Path("/signout")
    @ResponseStatus(200)
    public void signOut() {}

    @GET
    @Path("/.well-known/jwks.json")
    public JwksView keys() {
        return new JwksView(key.publicJwks());
    }
}
