package io.breakwater.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Mode;
import io.breakwater.local.LocalSuite;
import io.breakwater.system.RunningSuite;
import io.breakwater.system.SuiteExtension;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * kill -9 of each process in the middle of a switch, again and again. {@code -Dfaults.runs} says how often (20), {@code -Dfaults.seed}
 * repeats a run.
 */
@ExtendWith(SuiteExtension.class)
class KilledInTheMiddleST {
    private static final int RUNS = Integer.getInteger("faults.runs", 20);
    private static final int LATEST_MILLIS = 200;

    private final RunningSuite suite;

    KilledInTheMiddleST(RunningSuite suite) {
        this.suite = suite;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                LocalSuite.CONFIG_SERVICE,
                LocalSuite.SNAPSHOT_SERVICE,
                LocalSuite.DR_CONTROLLER,
                LocalSuite.DNS_WATCHER,
                RunningSuite.CONNECTOR,
                RunningSuite.EDGE
            })
    @DisplayName("killed in the middle of a switch: the state is right, one transition, one effect per agent (I4, I5)")
    void killedInTheMiddle(String name) {
        long seed = Long.getLong("faults.seed", System.nanoTime());
        System.out.println("KilledInTheMiddleST " + name + " seed " + seed);
        Random random = new Random(seed);

        for (int run = 0; run < RUNS; run++) {
            Mode mode = run % 2 == 0 ? Mode.ACTIVE : Mode.NORMAL;
            int millis = random.nextInt(LATEST_MILLIS);
            String what = name + " killed " + millis + " ms after " + mode + ", run " + run + ", seed " + seed;
            Map<String, Long> before = suite.restarts();

            Activation activation = suite.publish(mode);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
            suite.processes().kill(name);
            suite.processes().start(name);

            suite.awaitEverybody(activation);
            assertThat(suite.transitions(activation)).as(what).isEqualTo(1);
            suite.restarts()
                    .forEach((agent, restarts) ->
                            assertThat(restarts).as(agent + ": " + what).isEqualTo(before.get(agent) + 1));
        }
    }
}
