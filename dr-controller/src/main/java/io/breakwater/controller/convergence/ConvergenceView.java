package io.breakwater.controller.convergence;

import java.time.Instant;
import java.util.List;

/**
 * Which agents follow a tenant's activation.
 *
 * @param identity of the activation that was applied last, or null before the first
 * @param since from when on it could be followed, or null
 * @param p50 of the acknowledged agents' milliseconds; null when there are none; @param p95 the same; @param p99 the same
 * @param acknowledged how many of the expected agents follow it; @param expected how many are enabled and designated by config-service's word
 * @param notReady how many of the expected agents could not follow a record by themselves
 */
public record ConvergenceView(
        String customerId,
        String identity,
        String mode,
        Instant since,
        int acknowledged,
        int expected,
        int late,
        int notReady,
        Long p50,
        Long p95,
        Long p99,
        List<AgentView> agents) {}
