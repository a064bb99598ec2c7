package io.breakwater.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.activation.Activation;
import io.breakwater.local.agents.AgentSpec;
import io.breakwater.local.cli.Terminal;
import io.breakwater.local.zone.ActivationZone.Published;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How one change travelled, in milliseconds since the zone had changed. */
final class Timeline {
    private final Instant zero;
    private final List<List<String>> rows = new ArrayList<>();

    private Timeline(Instant zero) {
        this.zero = zero;
    }

    /**
     * Collects what each part says of the change.
     *
     * @param agents the ones that switched
     */
    static Timeline of(
            Published published, Activation activation, BusWatch bus, Onlooker onlooker, List<AgentSpec> agents) {
        Timeline timeline = new Timeline(published.changedAt());
        timeline.row("zone changed (update acknowledged)", Optional.of(published.changedAt()));
        timeline.row("seen by dns-watcher", bus.seen(activation.identity()));
        timeline.row("published on Kafka", bus.published(activation.identity()));
        timeline.row(
                "stored by dr-controller", time(onlooker.transition(activation).path("at")));
        for (AgentSpec agent : agents) {
            JsonNode change = onlooker.mode(agent).path("lastSwitch");
            if (change.path("identity").asText().equals(activation.identity())) {
                timeline.row(
                        agent.name() + " serves (" + change.path("source").asText() + ")", time(change.path("doneAt")));
            }
        }
        return timeline;
    }

    void print(Terminal terminal) {
        terminal.table(rows);
    }

    private void row(String what, Optional<Instant> at) {
        String millis = at.map(instant -> Duration.between(zero, instant).toMillis() + " ms")
                .orElse("?");
        rows.add(List.of(what, millis));
    }

    private static Optional<Instant> time(JsonNode text) {
        try {
            return Optional.of(Instant.parse(text.asText()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
