package io.breakwater.snapshot.download;

import io.breakwater.contracts.snapshot.DocumentSignature;
import io.breakwater.snapshot.signing.SignedDocument;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.HexFormat;

/** A signed document as an HTTP answer. */
final class Representation {
    static final String REPR_DIGEST = "Repr-Digest";
    static final String REVALIDATE = "private, no-cache";
    static final String FOREVER = "private, max-age=31536000, immutable";

    private Representation() {}

    /** The document, or 304 when the caller has it. */
    static Response of(SignedDocument document, String ifNoneMatch, String cacheControl) {
        Response.ResponseBuilder answer = EntityTag.noneMatchFails(ifNoneMatch, document.digest())
                ? Response.notModified()
                : Response.ok(Buffer.buffer(document.octets())).header(REPR_DIGEST, reprDigest(document.digest()));
        return answer.header(HttpHeaders.ETAG, EntityTag.of(document.digest()))
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .header(DocumentSignature.HEADER, document.signature())
                .build();
    }

    /** RFC 9530: of the whole representation, also when a part of it is sent. */
    static String reprDigest(String sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ":";
    }
}
