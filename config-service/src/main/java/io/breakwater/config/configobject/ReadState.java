package io.breakwater.config.configobject;

import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The entity tags of an {@code If-Match} header (RFC 9110, section 13.1.1): what a client has read and wants to change. ZPA's own
 * clients send none; whoever wants to be sure that nobody changed the object meanwhile sends the {@code ETag} of its {@code GET}.
 */
public record ReadState(List<String> tags) {
    private static final String ANY = "*";

    /** Empty when there is no such header. */
    public static Optional<ReadState> of(String ifMatch) {
        return ifMatch == null || ifMatch.isBlank()
                ? Optional.empty()
                : Optional.of(new ReadState(
                        Arrays.stream(ifMatch.split(",")).map(String::trim).toList()));
    }

    /** The object with its entity tag, for a later {@code If-Match}. */
    public static RestResponse<byte[]> tagged(ReadObject object) {
        return RestResponse.ResponseBuilder.ok(object.octets())
                .header(HttpHeaders.ETAG, object.tag())
                .build();
    }

    /** Fails with {@link Problem#PRECONDITION_FAILED} when the object is not as it was read. */
    void require(ReadObject object) {
        if (!tags.contains(ANY) && !tags.contains(object.tag())) {
            throw new ProblemException(
                    Problem.PRECONDITION_FAILED,
                    "The object was changed since it was read; read it again and send the change once more.");
        }
    }
}
