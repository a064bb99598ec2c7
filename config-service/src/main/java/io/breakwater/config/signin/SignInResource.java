package io.breakwater.config.signin;

import io.breakwater.config.wire.FormBody;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Sign-in as both generations of ZPA's clients do it, and the key that verifies what they get. */
@Path("/")
@PermitAll
@Produces(JsonBody.CONTENT_TYPE)
public class SignInResource {
    private static final String CLIENT_ID = "client_id";
    private static final String CLIENT_SECRET = "client_secret";
    private static final String ASSERTION_TYPE = "client_assertion_type";
    private static final String ASSERTION = "client_assertion";
    private static final String GRANT = "client_credentials";
    private static final String REFUSED = "The client id or the client secret is wrong, or the key is disabled.";

    private static final String NOT_ASSERTED =
            "The client assertion is refused: it must be an RS256 JWT that the API key's publicKey verifies, with its id as iss and sub,"
                    + " the audience https://api.zscaler.com and an exp of at most fifteen minutes from now.";

    private static final String USED =
            "The client assertion was used before: each counts once. Sign a new one, with a jti of its own; without a jti two that are"
                    + " signed in the same second are the same.";

    private static final String TOO_MANY =
            "The client has used too many assertions: wait until some are over, or use the token that it has.";

    private final SignInService service;
    private final TokenKey key;

    SignInResource(SignInService service, TokenKey key) {
        this.service = service;
        this.key = key;
    }

    @POST
    @Path("/signin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(name = CLIENT_ID, type = SchemaType.STRING),
                                                @SchemaProperty(name = CLIENT_SECRET, type = SchemaType.STRING)
                                            })))
    public Uni<TokenView> signIn(byte[] body) {
        FormBody form = FormBody.read(body);
        return service.signIn(form.get(CLIENT_ID), form.get(CLIENT_SECRET))
                .map(outcome -> required(outcome, REFUSED))
                .map(TokenView::withText);
    }

    @POST
    @Path("/oauth2/v1/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(name = "grant_type", type = SchemaType.STRING),
                                                @SchemaProperty(name = CLIENT_ID, type = SchemaType.STRING),
                                                @SchemaProperty(name = CLIENT_SECRET, type = SchemaType.STRING),
                                                @SchemaProperty(name = ASSERTION_TYPE, type = SchemaType.STRING),
                                                @SchemaProperty(name = ASSERTION, type = SchemaType.STRING)
                                            })))
    public Uni<TokenView> token(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, byte[] body) {
        FormBody form = FormBody.read(body);
        String grant = form.get("grant_type");
        if (grant != null && !GRANT.equals(grant)) {
            throw new ProblemException(Problem.UNSUPPORTED_GRANT, "The grant type must be " + GRANT + ".");
        }
        if (form.get(ASSERTION) != null) {
            return asserted(form.get(ASSERTION_TYPE), form.get(ASSERTION));
        }
        BasicCredentials credentials = BasicCredentials.of(authorization)
                .orElseGet(() -> new BasicCredentials(form.get(CLIENT_ID), form.get(CLIENT_SECRET)));
        return service.signIn(credentials.clientId(), credentials.secret())
                .map(outcome -> required(outcome, REFUSED))
                .map(TokenView::withNumber);
    }

    private Uni<TokenView> asserted(String type, String assertion) {
        if (!ClientAssertion.TYPE.equals(type)) {
            throw new ProblemException(
                    Problem.INVALID_CLIENT, "The client_assertion_type must be " + ClientAssertion.TYPE + ".");
        }
        return service.signIn(new ClientAssertion(assertion))
                .map(outcome -> required(outcome, NOT_ASSERTED))
                .map(TokenView::withNumber);
    }

    private static AccessToken required(SignInOutcome outcome, String wrong) {
        return outcome.token().orElseThrow(() -> switch (outcome.proof()) {
            case USED_BEFORE -> new ProblemException(Problem.INVALID_CLIENT, USED);
            case TOO_MANY -> new ProblemException(Problem.TOO_MANY_REQUESTS, TOO_MANY);
            default -> new ProblemException(Problem.INVALID_CLIENT, wrong);
        });
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
