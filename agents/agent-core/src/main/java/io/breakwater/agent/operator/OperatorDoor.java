package io.breakwater.agent.operator;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The operator port's door: keeps everybody but this machine out, even when the port is bound to more than loopback by mistake, and pages
 * in a browser here that give themselves a name of their own (DNS rebinding); tells whoever asks something else what can be asked.
 */
@ApplicationScoped
public class OperatorDoor {
    private static final int BEFORE_ALL = 1_000;
    private static final int AFTER_ALL = 1_000_000;
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final String product;

    OperatorDoor(@ConfigProperty(name = "quarkus.rest.path") String product) {
        this.product = product;
    }

    void guard(@Observes Filters filters) {
        filters.register(OperatorDoor::admit, BEFORE_ALL);
    }

    /** After everything else: what got here is no question of ours. */
    void guide(@Observes Router router) {
        router.route().order(AFTER_ALL).handler(this::answer);
    }

    private static void admit(RoutingContext call) {
        HttpServerRequest request = call.request();
        if (request.headers().getAll("Host").size() != 1) {
            refuse(call, 400, "a request names its host exactly once");
        } else if (!isLoopback(request.remoteAddress()) || !isOurName(request.authority())) {
            refuse(call, 403, "the operator port is for this machine only");
        } else {
            call.next();
        }
    }

    private static void refuse(RoutingContext call, int status, String detail) {
        call.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/plain;charset=UTF-8")
                .end(detail + "\n");
    }

    private void answer(RoutingContext call) {
        boolean root = "/".equals(call.normalizedPath());
        String detail = root ? "This agent answers:" : "Nothing is to be asked here. This agent answers:";
        AnswerFormat.write(call, root ? 200 : 404, Questions.answer(product, detail));
    }

    private static boolean isOurName(HostAndPort asked) {
        return asked != null && NAMES.contains(asked.host());
    }

    private static boolean isLoopback(SocketAddress remote) {
        if (remote == null || remote.hostAddress() == null) {
            return false;
        }
        String host = remote.hostAddress();
        return host.startsWith("127.") || host.equals("::1") || host.equals("0:0:0:0:0:0:0:1");
    }
}
