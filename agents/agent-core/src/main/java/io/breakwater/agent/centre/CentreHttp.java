package io.breakwater.agent.centre;

import io.breakwater.agent.centre.BoundedBody.BodyTooLargeException;
import io.breakwater.agent.centre.CentreFailure.Kind;
import io.breakwater.agent.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP/1.1 calls through the gate, bounded in time (connection, whole answer) and size. Blocks the calling thread, never longer than the
 * limit it gives. Safe for threads. Idle connections close by themselves within seconds, so that a closed gate leaves none open.
 */
public final class CentreHttp implements AutoCloseable {
    private static final String IDLE_SECONDS = "jdk.httpclient.keepalive.timeout";
    private static final long MAX_DOCUMENT = 2L << 20;
    private static final long MAX_PROBLEM = 64L << 10;

    static {
        if (System.getProperty(IDLE_SECONDS) == null) {
            System.setProperty(IDLE_SECONDS, "5");
        }
    }

    private final CentreGate gate;
    private final ExecutorService executor;
    private final HttpClient client;

    /** @param connectTimeout of each connection */
    public CentreHttp(CentreGate gate, Duration connectTimeout) {
        this.gate = gate;
        this.executor = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task, "centre-http");
            thread.setDaemon(true);
            return thread;
        });
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(executor)
                .build();
    }

    /** An answer with its whole body in memory. */
    public record Answer(int status, HttpHeaders headers, byte[] body) {
        boolean ok() {
            return status / 100 == 2;
        }
    }

    /** Calls and reads the answer, at most {@value #MAX_DOCUMENT} octets, whatever its status. */
    Answer call(HttpRequest request, Duration limit) throws CentreFailure {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        HttpResponse<Long> response = send(request, info -> new BoundedBody(body, MAX_DOCUMENT), limit);
        return new Answer(response.statusCode(), response.headers(), body.toByteArray());
    }

    /** Calls and writes the body of a 200 to the sink; of any other answer the body is in the result and the sink is untouched. */
    Answer download(HttpRequest request, OutputStream sink, long maxOctets, Duration limit) throws CentreFailure {
        ByteArrayOutputStream problem = new ByteArrayOutputStream();
        HttpResponse<Long> response = send(
                request,
                info -> info.statusCode() == 200
                        ? new BoundedBody(sink, maxOctets)
                        : new BoundedBody(problem, MAX_PROBLEM),
                limit);
        return new Answer(response.statusCode(), response.headers(), problem.toByteArray());
    }

    private HttpResponse<Long> send(HttpRequest request, HttpResponse.BodyHandler<Long> handler, Duration limit)
            throws CentreFailure {
        if (!gate.isOpen()) {
            throw cutOff(null);
        }
        CompletableFuture<HttpResponse<Long>> call = gate.admit(client.sendAsync(request, handler));
        try {
            return call.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (CancellationException e) {
            throw cutOff(e);
        } catch (TimeoutException e) {
            throw new CentreFailure(
                    Kind.UNREACHABLE, request.uri() + " did not answer within " + limit.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CentreFailure(Kind.CUT_OFF, "the agent is stopping", e);
        } catch (ExecutionException e) {
            throw failure(request, e.getCause());
        } finally {
            call.cancel(true);
        }
    }

    private CentreFailure failure(HttpRequest request, Throwable cause) {
        if (!gate.isOpen()) {
            return cutOff(cause);
        }
        if (cause instanceof BodyTooLargeException) {
            return new CentreFailure(Kind.UNREADABLE, request.uri() + ": " + Words.of(cause), cause);
        }
        return new CentreFailure(Kind.UNREACHABLE, request.uri() + " cannot be reached: " + Words.of(cause), cause);
    }

    private static CentreFailure cutOff(Throwable cause) {
        return new CentreFailure(Kind.CUT_OFF, "DR mode is active: the agent is cut off from the centre", cause);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
