package io.breakwater.local;

import java.time.Duration;

/** Hears how a suite comes up. Called by several threads at once. */
public interface Progress {
    /** Says nothing. */
    Progress SILENT = new Progress() {
        @Override
        public void healthy(String process, Duration startTime) {}

        @Override
        public void step(String what) {}
    };

    /** @param startTime from launch to healthy */
    void healthy(String process, Duration startTime);

    /** @param what for people, for example {@code made the tenant Example Ltd} */
    void step(String what);
}
