package io.breakwater.platform.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;

/** Sorts failures by every rule and by what Java and Kafka say. Stateless. */
@Singleton
public class FailureSorter {
    private static final int MAX_DEPTH = 16;

    private final List<FailureRule> rules;

    public FailureSorter(@All List<FailureRule> rules) {
        this.rules = rules;
    }

    public FailureKind sort(Throwable failure) {
        return decisive(failure).flatMap(this::sortOne).orElse(FailureKind.UNKNOWN);
    }

    /** Whether a server that we need is away, and not this process broken: then who asked may ask again soon. */
    public boolean isOutage(Throwable failure) {
        return decisive(failure)
                .filter(one -> !(one instanceof Error))
                .flatMap(this::sortOne)
                .filter(kind -> kind == FailureKind.RETRYABLE)
                .isPresent();
    }

    /** The outermost throwable that somebody can sort. */
    private Optional<Throwable> decisive(Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < MAX_DEPTH; depth++) {
            if (sortOne(current).isPresent()) {
                return Optional.of(current);
            }
            current = current.getCause();
        }
        return Optional.empty();
    }

    private Optional<FailureKind> sortOne(Throwable failure) {
        for (FailureRule rule : rules) {
            Optional<FailureKind> kind = rule.sort(failure);
            if (kind.isPresent()) {
                return kind;
            }
        }
        if (failure instanceof PoisonEventException
                || failure instanceof DateTimeException
                || failure instanceof IllegalArgumentException) {
            return Optional.of(FailureKind.POISON);
        }
        if (failure instanceof JsonProcessingException) {
            // An IOException of text that is none: waiting does not mend it
            return Optional.of(FailureKind.UNKNOWN);
        }
        // An Error says that this process is broken, not that the event is
        boolean away = failure instanceof Error
                || failure instanceof IOException
                || failure instanceof TimeoutException
                || failure instanceof RejectedExecutionException
                || failure instanceof RetriableException;
        return away ? Optional.of(FailureKind.RETRYABLE) : Optional.empty();
    }
}
