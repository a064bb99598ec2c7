package io.breakwater.config.drstate;

import io.breakwater.contracts.event.ReplayView;

/** @param replay null before the first activation */
public record KnownState(String mode, ReplayView replay) {}
