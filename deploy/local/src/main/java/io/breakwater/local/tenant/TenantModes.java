package io.breakwater.local.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.local.SuiteException;
import io.breakwater.local.http.Answer;
import io.breakwater.local.http.RestClient;
import io.breakwater.local.http.SignIn;
import io.breakwater.local.layout.PrivateFiles;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks config-service which tenants there are, and dr-controller how each of them is. */
public final class TenantModes {
    /** More than anybody looks at in a terminal. */
    private static final int MOST = 50;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RestClient configService;
    private final RestClient controller;

    /**
     * @param client a service client that may read every tenant
     * @param secret the file with its secret
     */
    public TenantModes(URI configService, URI controller, String client, Path secret) {
        RestClient anonymous = RestClient.anonymous(configService).within(PATIENCE);
        SignIn token =
                new SignIn(anonymous, client, () -> PrivateFiles.read(secret).strip());
        this.configService = anonymous.with(token);
        this.controller = RestClient.anonymous(controller).within(PATIENCE).with(token);
    }

    /** @throws SuiteException when one of the two does not answer */
    public List<TenantMode> read() {
        List<TenantMode> modes = new ArrayList<>();
        for (JsonNode settings :
                success(configService.get("/api/v1/dr-settings?limit=" + MOST)).path("items")) {
            modes.add(mode(settings.path("customerId").asText()));
        }
        return modes;
    }

    private TenantMode mode(String customerId) {
        String path = "/api/v1/customers/" + customerId + "/dr";
        JsonNode state = success(controller.get(path));
        JsonNode convergence = success(controller.get(path + "/convergence"));
        return new TenantMode(
                customerId,
                text(state.path("domain")),
                text(state.path("mode")),
                text(state.path("since")),
                text(state.path("held").path("reason")),
                convergence.path("acknowledged").asInt(),
                convergence.path("expected").asInt(),
                text(state.path("lastObserved").path("seenAt")),
                text(state.path("lastObserved").path("verdict")));
    }

    private static JsonNode success(Answer answer) {
        if (!answer.isSuccess()) {
            throw new SuiteException("the answer was " + answer.status());
        }
        return answer.body();
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }
}
