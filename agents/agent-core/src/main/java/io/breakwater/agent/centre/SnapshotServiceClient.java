package io.breakwater.agent.centre;

import io.breakwater.agent.centre.CentreFailure.Kind;
import io.breakwater.agent.centre.CentreHttp.Answer;
import io.breakwater.agent.identity.AgentIdentity;
import io.breakwater.contracts.snapshot.DocumentSignature;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/** snapshot-service, as far as agents call it: index, manifest, files, with the agent's token. Safe for threads. */
public final class SnapshotServiceClient {
    private final CentreHttp http;
    private final AgentTokens tokens;
    private final Optional<URI> base;
    private final Limits limits;

    public SnapshotServiceClient(CentreHttp http, AgentTokens tokens, Optional<URI> base, Limits limits) {
        this.http = http;
        this.tokens = tokens;
        this.base = base;
        this.limits = limits;
    }

    /**
     * @param request of one document
     * @param longPoll how long the service may hold an index request
     * @param download of one file
     */
    public record Limits(Duration request, Duration longPoll, Duration download) {}

    /** A document as it came, not verified. */
    public record Fetched(byte[] octets, String signature, String etag) {}

    /**
     * The group's index, or empty when it is still the one with that tag.
     *
     * @param etag of the index the agent has, or null
     * @param hold whether the service may hold the request until there is another index
     */
    public Optional<Fetched> index(AgentIdentity identity, String etag, boolean hold) throws CentreFailure {
        boolean held = hold && etag != null && !limits.longPoll().isZero();
        String query = held ? "?wait=" + limits.longPoll() : "";
        Duration limit = held ? limits.request().plus(limits.longPoll()) : limits.request();
        return tokens.with(identity, token -> {
            HttpRequest.Builder request = get(snapshots(identity) + query, token, limit);
            if (etag != null) {
                request.header("If-None-Match", etag);
            }
            Answer answer = http.call(request.build(), limit);
            return answer.status() == 304 ? Optional.empty() : Optional.of(fetched(answer));
        });
    }

    public Fetched manifest(AgentIdentity identity, String snapshot) throws CentreFailure {
        String path = snapshots(identity) + "/" + snapshot + "/manifest";
        return tokens.with(
                identity,
                token -> fetched(http.call(get(path, token, limits.request()).build(), limits.request())));
    }

    /** Writes a file of a snapshot to the sink, at most so many octets. */
    public void file(AgentIdentity identity, String snapshot, String file, OutputStream sink, long maxOctets)
            throws CentreFailure {
        String path = snapshots(identity) + "/" + snapshot + "/files/" + file;
        tokens.with(identity, token -> {
            HttpRequest request = get(path, token, limits.download()).build();
            Answer answer = http.download(request, sink, maxOctets, limits.download());
            Refusals.check("snapshot-service", answer);
            return answer;
        });
    }

    private static Fetched fetched(Answer answer) throws CentreFailure {
        Refusals.check("snapshot-service", answer);
        String signature = answer.headers()
                .firstValue(DocumentSignature.HEADER)
                .orElseThrow(() -> new CentreFailure(Kind.UNREADABLE, "snapshot-service sent an unsigned document"));
        return new Fetched(
                answer.body(), signature, answer.headers().firstValue("ETag").orElse(null));
    }

    private HttpRequest.Builder get(String path, String token, Duration limit) throws CentreFailure {
        return HttpRequest.newBuilder(Addresses.of(base, "snapshot-service").resolve(path))
                .timeout(limit)
                .header("Authorization", "Bearer " + token)
                .GET();
    }

    private static String snapshots(AgentIdentity identity) {
        return "/api/v1/customers/" + identity.enrolment().customerId() + "/groups/"
                + identity.enrolment().groupId() + "/snapshots";
    }
}
