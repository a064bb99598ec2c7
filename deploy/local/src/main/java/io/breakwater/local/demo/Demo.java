package io.breakwater.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.activation.Activation;
import io.breakwater.activation.Mode;
import io.breakwater.activation.Rrset;
import io.breakwater.local.LocalSuite;
import io.breakwater.local.agents.AgentSpec;
import io.breakwater.local.cli.Terminal;
import io.breakwater.local.demo.Checks.Look;
import io.breakwater.local.http.Answer;
import io.breakwater.local.zone.ActivationZone;
import io.breakwater.local.zone.ActivationZone.Published;
import java.util.List;
import java.util.Map;

/** The story: switched with the centre, switched without it, and an old record refused. */
final class Demo {
    private final LocalSuite suite;
    private final Terminal terminal;
    private final Checks checks;
    private final Onlooker onlooker;
    private final ActivationZone zone;

    Demo(LocalSuite suite, Terminal terminal, Checks checks) {
        this.suite = suite;
        this.terminal = terminal;
        this.checks = checks;
        this.onlooker = new Onlooker(suite);
        this.zone = suite.activation();
    }

    void run() {
        configured();
        try (BusWatch bus = new BusWatch(suite.kafkaBootstrapServers())) {
            switched(Mode.TEST, bus);
            switched(Mode.ACTIVE, bus);
            frozen();
            switched(Mode.NORMAL, bus);
        }
        Rrset old = withoutTheCentre();
        replayed(old);
    }

    private void configured() {
        title("Configured over REST, snapshots on the agents' disks");
        for (AgentSpec agent : suite.agents()) {
            checks.await(agent.name() + " is enrolled", () -> {
                JsonNode view = onlooker.mode(agent);
                return new Look(
                        view.path("enrolled").asBoolean(),
                        "agent " + view.path("agentId").asText("none"));
            });
        }
        for (AgentSpec agent : designated()) {
            checks.await(agent.name() + " has installed a verified snapshot", () -> {
                String snapshot = onlooker.mode(agent).path("snapshot").asText("");
                return new Look(snapshot.startsWith("config-"), snapshot);
            });
        }
    }

    private void switched(Mode mode, BusWatch bus) {
        title("Publish b=" + mode.label() + ", signed");
        Published published = zone.publish(mode);
        Activation activation = Onlooker.activation(zone, published.rrset());
        for (AgentSpec agent : suite.agents()) {
            String what = agent.designated() ? " is in " + mode : " acknowledges and stays NORMAL";
            checks.await(agent.name() + what, () -> onlooker.follows(agent, activation));
        }
        checks.await("dr-controller has stored one transition", () -> {
            JsonNode entry = onlooker.transition(activation);
            return new Look(
                    !entry.isMissingNode(), entry.path("after").path("mode").asText("none"));
        });
        checks.await("every designated agent's acknowledgement has arrived", () -> {
            JsonNode convergence = onlooker.ask(LocalSuite.DR_CONTROLLER, "/dr/convergence");
            int acknowledged = convergence.path("acknowledged").asInt();
            boolean ofThis = convergence.path("identity").asText().equals(activation.identity());
            return new Look(
                    ofThis && acknowledged == designated().size(),
                    acknowledged + " of " + designated().size());
        });
        Timeline.of(published, activation, bus, onlooker, designated()).print(terminal);
    }

    private void frozen() {
        title("While DR is active");
        for (AgentSpec agent : designated()) {
            checks.await(agent.name() + " serves DR applications only", () -> {
                JsonNode apps = suite.agent(agent.name()).ask("show_dr_apps").body();
                return new Look(
                        apps.path("count").asInt() == 1,
                        apps.path("applications").path(0).path("name").asText("none"));
            });
        }
        checks.await("config-service refuses changes", () -> {
            Answer answer = suite.asTenant(LocalSuite.CONFIG_SERVICE)
                    .post(
                            "/mgmtconfig/v1/admin/customers/" + suite.tenant().customerId() + "/segmentGroup",
                            Map.of("name", "Too late"));
            return new Look(
                    answer.status() == 400 && answer.text().contains("DR mode is active"),
                    answer.status() + " " + answer.text("reason"));
        });
    }

    private Rrset withoutTheCentre() {
        title("Everything central is stopped: " + String.join(", ", LocalSuite.CENTRE));
        suite.stop(LocalSuite.CENTRE);
        checks.check(
                "no central process runs",
                new Look(
                        LocalSuite.CENTRE.stream()
                                .noneMatch(name -> suite.process(name).isRunning()),
                        "DNS and agents only"));
        Rrset on = byDnsAlone(Mode.ACTIVE);
        AgentSpec killed = designated().get(0);
        Activation activation = Onlooker.activation(zone, on);
        String restarts = onlooker.mode(killed).path("restarts").asText();
        suite.stop(LocalSuite.ZONE_SERVER);
        suite.kill(killed.name());
        suite.start(killed.name());
        checks.await(
                killed.name() + " is killed and resumes ACTIVE from its disk, without DNS",
                () -> onlooker.follows(killed, activation));
        suite.start(LocalSuite.ZONE_SERVER);
        checks.check(
                killed.name() + " has not switched again",
                new Look(onlooker.mode(killed).path("restarts").asText().equals(restarts), "restarts " + restarts));
        byDnsAlone(Mode.NORMAL);
        return on;
    }

    private Rrset byDnsAlone(Mode mode) {
        title("Publish b=" + mode.label() + " by DNS alone");
        Published published = zone.publish(mode);
        Activation activation = Onlooker.activation(zone, published.rrset());
        for (AgentSpec agent : suite.agents()) {
            String what = agent.designated() ? " is in " + mode : " stays NORMAL";
            checks.await(agent.name() + what, () -> onlooker.follows(agent, activation));
        }
        return published.rrset();
    }

    private void replayed(Rrset old) {
        title("The old b=on is published again");
        zone.publish(old);
        for (AgentSpec agent : suite.agents()) {
            checks.await(agent.name() + " refuses it as a replay", () -> onlooker.holds(agent, "REPLAY", Mode.NORMAL));
        }
    }

    private List<AgentSpec> designated() {
        return suite.agents().stream().filter(AgentSpec::designated).toList();
    }

    private void title(String text) {
        terminal.line("");
        terminal.step(text);
    }
}
