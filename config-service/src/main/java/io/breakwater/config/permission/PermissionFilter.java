package io.breakwater.config.permission;

import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.breakwater.platform.security.Roles;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Asks for the permission of an endpoint. Only whoever has less than all of them is looked at. Stateless. */
public class PermissionFilter {
    private final CurrentIdentityAssociation callers;

    PermissionFilter(CurrentIdentityAssociation callers) {
        this.callers = callers;
    }

    @ServerRequestFilter
    public Uni<Void> require(ContainerRequestContext request, ResourceInfo target) {
        return callers.getDeferredIdentity()
                .invoke(caller -> require(caller, request.getMethod(), target))
                .replaceWithVoid();
    }

    private static void require(SecurityIdentity caller, String method, ResourceInfo target) {
        if (!caller.hasRole(Roles.DELEGATED_ADMIN)
                || target.getResourceClass() == null
                || target.getResourceMethod().isAnnotationPresent(AnyRole.class)) {
            return;
        }
        Guarded guard = guard(target);
        if (guard == null || !CallerPermissions.of(caller).allow(guard.value(), wanted(method, guard))) {
            throw new ProblemException(
                    Problem.FORBIDDEN,
                    guard == null
                            ? "Your role does not permit this."
                            : "Your role does not permit this: it needs "
                                    + wanted(method, guard)
                                    + " of "
                                    + guard.value().friendlyName()
                                    + ".");
        }
    }

    private static Guarded guard(ResourceInfo target) {
        Guarded own = target.getResourceMethod().getAnnotation(Guarded.class);
        return own == null ? target.getResourceClass().getAnnotation(Guarded.class) : own;
    }

    private static Access wanted(String method, Guarded guard) {
        boolean looks = guard.readOnly() || HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
        return looks ? Access.VIEW_ONLY : Access.FULL;
    }
}
