package io.breakwater.agent.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PacedLoopTest {
    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void repeatsAfterTheWaitThatTheStepAsksFor() {
        try (PacedLoop loop = new PacedLoop("test", () -> {
            rounds.incrementAndGet();
            return Duration.ofMillis(1);
        })) {
            loop.start();
            await().until(() -> rounds.get() > 3);
        }
    }

    @Test
    void aNudgeEndsTheWait() {
        try (PacedLoop loop = new PacedLoop("test", () -> {
            rounds.incrementAndGet();
            return Duration.ofHours(1);
        })) {
            loop.start();
            await().until(() -> rounds.get() == 1);
            loop.nudge();
            await().until(() -> rounds.get() == 2);
        }
    }

    @Test
    void aMistakeIsNotTheEndOfTheLoop() {
        try (PacedLoop loop = new PacedLoop("test", () -> {
            if (rounds.incrementAndGet() == 1) {
                throw new IllegalStateException("a mistake, made on purpose");
            }
            return Duration.ofHours(1);
        })) {
            loop.start();
            await().until(() -> rounds.get() == 1);
            loop.nudge();
            await().until(() -> rounds.get() == 2);
        }
    }

    @Test
    @DisplayName("I4: no memory or no stack for one step does not end the agent's looks for ever")
    void anErrorIsNotTheEndOfTheLoop() {
        try (PacedLoop loop = new PacedLoop("test", () -> {
            if (rounds.incrementAndGet() == 1) {
                throw new StackOverflowError("made on purpose");
            }
            return Duration.ofHours(1);
        })) {
            loop.start();
            await().until(() -> rounds.get() == 1);
            loop.nudge();
            await().until(() -> rounds.get() == 2);
        }
    }

    @Test
    void closingInterruptsTheStep() {
        CountDownLatch never = new CountDownLatch(1);
        PacedLoop loop = new PacedLoop("test", () -> {
            rounds.incrementAndGet();
            never.await();
            return Duration.ZERO;
        });
        loop.start();
        await().until(() -> rounds.get() == 1);

        loop.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("test"));
    }
}
