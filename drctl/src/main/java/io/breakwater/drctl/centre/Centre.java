package io.breakwater.drctl.centre;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.drctl.CommandFailedException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The services of one deployment, signed in. */
final class Centre {
    private final Deployment deployment;
    private final String token;

    private Centre(Deployment deployment, String token) {
        this.deployment = deployment;
        this.token = token;
    }

    static Centre signIn(Deployment deployment) throws CommandFailedException {
        JsonNode answer = new Rest("config-service", deployment.configService(), null)
                .postForm(
                        "/signin",
                        "client_id=" + encoded(deployment.clientId()) + "&client_secret="
                                + encoded(deployment.clientSecret()));
        return new Centre(deployment, answer.path("access_token").asText());
    }

    Rest configService() {
        return new Rest("config-service", deployment.configService(), token);
    }

    Rest drController() {
        return new Rest("dr-controller", deployment.drController(), token);
    }

    String customerId() {
        return deployment.customerId();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
