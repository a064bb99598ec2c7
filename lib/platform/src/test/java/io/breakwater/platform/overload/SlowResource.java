package io.breakwater.platform.overload;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers when the test lets it. */
@Path("/slow")
@PermitAll
@Singleton
public class SlowResource {
    private final Queue<UniEmitter<? super String>> waiting = new ConcurrentLinkedQueue<>();

    @GET
    public Uni<String> slow() {
        return Uni.createFrom().emitter(emitter -> waiting.add(emitter));
    }

    int waiting() {
        return waiting.size();
    }

    void answerAll() {
        for (UniEmitter<? super String> one = waiting.poll(); one != null; one = waiting.poll()) {
            one.complete("done");
        }
    }

    void failAll() {
        for (UniEmitter<? super String> one = waiting.poll(); one != null; one = waiting.poll()) {
            one.fail(new IllegalStateException("its caller is gone"));
        }
    }
}
