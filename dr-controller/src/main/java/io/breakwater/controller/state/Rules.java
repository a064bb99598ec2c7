package io.breakwater.controller.state;

import java.time.Duration;

/** How looks are counted and changes damped. */
record Rules(Duration damping, Denial.Counting denials) {
    static Rules of(StateConfig config) {
        return new Rules(
                config.damping(),
                new Denial.Counting(
                        config.denial().spacing(),
                        config.denial().widestGap(),
                        config.denial().leastLooks()));
    }
}
