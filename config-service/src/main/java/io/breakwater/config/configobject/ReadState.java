package io.breakwater.config.configobject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.wire.JsonBytes;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The entity tags of an {@code If-Match} header (RFC 9110, section 13.1.1): what a client has read and wants to change. ZPA's own
 * clients send none; whoever wants to be sure that nobody changed the object meanwhile sends the {@code ETag} of its {@code GET}.
 */
public record ReadState(List<String> tags) {
    private static final int TAG_OCTETS = 12;
    private static final String ANY = "*";

    /** Empty when there is no such header. */
    public static Optional<ReadState> of(String ifMatch) {
        return ifMatch == null || ifMatch.isBlank()
                ? Optional.empty()
                : Optional.of(new ReadState(
                        Arrays.stream(ifMatch.split(",")).map(String::trim).toList()));
    }

    /** The object with its entity tag, for a later {@code If-Match}. */
    public static RestResponse<byte[]> tagged(byte[] view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, tag(view))
                .build();
    }

    /** The entity tag of an object as it is read, with its quotation marks. */
    public static String tag(byte[] view) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(view);
            return '"' + HexFormat.of().formatHex(digest, 0, TAG_OCTETS) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Fails with {@link Problem#PRECONDITION_FAILED} when the object is not as it was read. */
    void require(ObjectNode view) {
        if (!tags.contains(ANY) && !tags.contains(tag(JsonBytes.of(view)))) {
            throw new ProblemException(
                    Problem.PRECONDITION_FAILED,
                    "The object was changed since it was read; read it again and send the change once more.");
        }
    }
}
