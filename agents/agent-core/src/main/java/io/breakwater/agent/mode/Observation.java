package io.breakwater.agent.mode;

import io.breakwater.activation.state.Evidence;
import java.time.Instant;

/** Evidence as it reached this agent. @param at when it was there */
record Observation(Evidence evidence, Source source, Instant at) {}
