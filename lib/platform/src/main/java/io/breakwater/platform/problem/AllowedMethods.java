package io.breakwater.platform.problem;

import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** Which methods a path answers: the framework knows, and leaves it out of its own refusal. Stateless. */
final class AllowedMethods {
    private AllowedMethods() {}

    /** Of the path of the current request; empty when there is none. */
    static Set<String> here() {
        Set<String> methods = new TreeSet<>();
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request != null) {
            String path = request.getPathWithoutPrefix();
            RequestMapper<InitialMatch> classes =
                    new RequestMapper<>(request.getDeployment().getClassMappers());
            for (RequestMatch<InitialMatch> match = classes.map(path);
                    match != null;
                    match = classes.continueMatching(path, match)) {
                add(match, methods);
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    private static void add(RequestMatch<InitialMatch> match, Set<String> methods) {
        String remaining = match.remaining.isEmpty() ? "/" : match.remaining;
        for (ServerRestHandler handler : match.value.handlers) {
            if (handler instanceof ClassRoutingHandler ofClass) {
                ofClass.getMappers().forEach((method, mapper) -> {
                    if (method != null && mapper.map(remaining) != null) {
                        methods.add(method);
                    }
                });
            }
        }
    }
}
