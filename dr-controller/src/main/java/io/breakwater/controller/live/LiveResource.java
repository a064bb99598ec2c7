package io.breakwater.controller.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.controller.change.Changes;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Server-sent events {@code state}, {@code history} and {@code convergence}: all three at once at first, then each when it changes. What
 * changes by time alone is looked at as often as a comment keeps the connection alive.
 */
@Path("/api/v1/customers/{customerId}/dr/events")
@RolesAllowed({Roles.ADMIN, Roles.SERVICE, Roles.OPERATOR})
public class LiveResource {
    private final LiveService service;
    private final Changes changes;
    private final LiveConfig config;
    private final ObjectMapper json;
    private final AtomicInteger pages = new AtomicInteger();

    LiveResource(LiveService service, Changes changes, LiveConfig config, ObjectMapper json) {
        this.service = service;
        this.changes = changes;
        this.config = config;
        this.json = json;
    }

    @GET
    @AnswersFirst
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> events(@RestPath String customerId, @Context Sse sse) {
        if (pages.get() >= config.mostPages()) {
            throw new ProblemException(
                    Problem.TOO_MANY_REQUESTS, "As many pages as may follow (breakwater.live.most-pages) do already.");
        }
        Multi<OutboundSseEvent> alive = ticks(config.keepAlive())
                .skip()
                .first()
                .map(tick -> sse.newEventBuilder().comment("alive").build());
        return Multi.createBy()
                .merging()
                .streams(topics(customerId, sse), alive)
                .onSubscription()
                .invoke(() -> pages.incrementAndGet())
                .onTermination()
                .invoke(() -> pages.decrementAndGet());
    }

    private Multi<OutboundSseEvent> topics(String customerId, Sse sse) {
        return Multi.createFrom().deferred(() -> {
            TenantStream stream = new TenantStream(customerId);
            Runnable cancel = changes.hear(stream::heard);
            Multi<Long> refresh = ticks(config.keepAlive()).invoke(stream::refresh);
            return Multi.createBy()
                    .merging()
                    .streams(ticks(config.conflate()), refresh)
                    .onItem()
                    .transformToIterable(tick -> stream.take())
                    .onItem()
                    .transformToUniAndConcatenate(topic -> event(topic, customerId, stream, sse))
                    .onTermination()
                    .invoke(cancel);
        });
    }

    private static Multi<Long> ticks(Duration interval) {
        return Multi.createFrom().ticks().every(interval).onOverflow().drop();
    }

    /** As text: an event with a media type of its own begins with a line that is no field of an event stream. */
    private String text(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null when the page has it already. */
    private Uni<OutboundSseEvent> event(Topic topic, String customerId, TenantStream stream, Sse sse) {
        return service.read(topic, customerId)
                .map(this::text)
                .map(content -> stream.isNews(topic, content)
                        ? sse.newEventBuilder()
                                .name(topic.eventName())
                                .data(String.class, content)
                                .build()
                        : null);
    }
}
