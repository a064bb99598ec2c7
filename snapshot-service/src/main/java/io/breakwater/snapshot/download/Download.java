package io.breakwater.snapshot.download;

import io.breakwater.snapshot.archive.StoredFile;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer to a request for a file.
 *
 * @param octets nothing is read before they are subscribed to
 */
record Download(int status, Map<String, List<String>> headers, Multi<byte[]> octets) {

    /** The caller has it already. */
    static Download notModified(StoredFile file) {
        return new Download(
                Status.NOT_MODIFIED.getStatusCode(),
                headers(file),
                Multi.createFrom().empty());
    }

    static Download whole(StoredFile file, Multi<byte[]> octets) {
        Map<String, List<String>> headers = headers(file);
        headers.put(HttpHeaders.CONTENT_LENGTH, List.of(Long.toString(file.size())));
        headers.put(Representation.REPR_DIGEST, List.of(Representation.reprDigest(file.digest())));
        return new Download(Status.OK.getStatusCode(), headers, octets);
    }

    static Download part(StoredFile file, ByteRange.Part part, Multi<byte[]> octets) {
        Map<String, List<String>> headers = headers(file);
        headers.put(HttpHeaders.CONTENT_LENGTH, List.of(Long.toString(part.length())));
        headers.put("Content-Range", List.of("bytes " + part.from() + "-" + part.to() + "/" + file.size()));
        headers.put(Representation.REPR_DIGEST, List.of(Representation.reprDigest(file.digest())));
        return new Download(Status.PARTIAL_CONTENT.getStatusCode(), headers, octets);
    }

    private static Map<String, List<String>> headers(StoredFile file) {
        Map<String, List<String>> headers = new TreeMap<>();
        headers.put(HttpHeaders.ETAG, List.of(EntityTag.of(file.digest())));
        headers.put("Accept-Ranges", List.of("bytes"));
        headers.put(HttpHeaders.CACHE_CONTROL, List.of(Representation.FOREVER));
        return headers;
    }
}
