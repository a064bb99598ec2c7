package io.breakwater.snapshot.capture;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When and how configuration snapshots are captured. */
@ConfigMapping(prefix = "breakwater.snapshot.capture")
public interface CaptureConfig {
    /** A change is captured when none has followed for so long, … */
    @WithDefault("PT2S")
    Duration quiet();

    /** … but no later than this after the first. */
    @WithDefault("PT10S")
    Duration atMost();

    /** How often waiting tenants are looked for. */
    @WithDefault("PT0.25S")
    Duration tick();

    /** A tenant is captured anew when its last capture is as old as this, although nothing was heard of a change. */
    @WithDefault("P1D")
    Duration refresh();

    /** How often tenants that were not captured for so long are looked for. */
    @WithDefault("PT10S")
    Duration upkeep();

    /** How long one attempt may take, until another replica may try. */
    @WithDefault("PT60S")
    Duration claim();

    /** Wait after a failed attempt; doubles with each, shortened at random by up to a half. */
    @WithDefault("PT1S")
    Duration initialBackOff();

    /** The longest wait. */
    @WithDefault("PT60S")
    Duration maxBackOff();

    /** How far ahead of the captured revision one may be that an event tells of. Beyond it the tenant is only looked at again. */
    @WithDefault("100000")
    long largestJump();

    /** Tries after which what config-service shows counts, although a newer revision was told of or captured before. */
    @WithDefault("5")
    int patience();

    /** Captures by hand that run at a time, each with a whole configuration in memory; further ones wait for their turn. */
    @WithDefault("2")
    int mostByHand();

    /** The version of the agents' software that the configuration belongs to; stands in the manifest. */
    @WithDefault("0.1.0")
    String binaryVersion();
}
