package io.breakwater.config.wire;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Other spellings of paths of the management API: the prefix {@code /zpa}, which the clients of the newer generation keep, and the few
 * that ZPA's own documents disagree about.
 */
final class PathAliasFilter {
    private static final Pattern PREFIXED = Pattern.compile("/zpa(/mgmtconfig/.*)");
    private static final Pattern OTHER_CUSTOMER_PATH =
            Pattern.compile("/mgmtconfig/v1/customer/([^/]+)/(connectorSchedule|serviceEdgeSchedule)(/.*)?");
    private static final Pattern OTHER_RESOURCE =
            Pattern.compile("(/mgmtconfig/v1/admin/customers/[^/]+/)(authdomains|assistantSchedule)(/.*)?");

    private static final Pattern ALIAS = Pattern.compile("^/?zpa/|/customer/|/authdomains|/assistantSchedule");

    /** The management API answers in one form, whatever a client says it accepts: ZPA's own says JSON where it gets CSV. */
    @ServerRequestFilter(preMatching = true)
    public void resolve(ContainerRequestContext request) {
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        // most requests have none, and to parse the whole URI costs them as much as all other filters together
        if (!ALIAS.matcher(request.getUriInfo().getPath()).find()) {
            return;
        }
        URI uri = request.getUriInfo().getRequestUri();
        String path = uri.getRawPath();
        String resolved = resolved(path);
        if (!resolved.equals(path)) {
            request.setRequestUri(UriBuilder.fromUri(uri).replacePath(resolved).build());
        }
    }

    static String resolved(String path) {
        Matcher prefixed = PREFIXED.matcher(path);
        String plain = prefixed.matches() ? prefixed.group(1) : path;
        Matcher customer = OTHER_CUSTOMER_PATH.matcher(plain);
        if (customer.matches()) {
            return "/mgmtconfig/v1/admin/customers/" + customer.group(1) + "/" + customer.group(2)
                    + rest(customer.group(3));
        }
        Matcher resource = OTHER_RESOURCE.matcher(plain);
        if (resource.matches()) {
            String name = resource.group(2).equals("authdomains") ? "authDomains" : "connectorSchedule";
            return resource.group(1) + name + rest(resource.group(3));
        }
        return plain;
    }

    private static String rest(String path) {
        return path == null ? "" : path;
    }
}
