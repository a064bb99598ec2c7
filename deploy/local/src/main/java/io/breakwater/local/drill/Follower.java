package io.breakwater.local.drill;

import io.breakwater.activation.Activation;
import java.util.List;

/** Where it can be seen which agents have acknowledged an activation. */
interface Follower {
    /**
     * One look.
     *
     * @throws io.breakwater.local.SuiteException when nobody answers, for people
     */
    List<Acknowledgement> look(Activation activation);

    /**
     * One agent.
     *
     * @param millis from when it could be followed to the acknowledgement, or null
     * @param mode in which it serves now
     * @param trouble what it says of itself, for people; empty: nothing
     */
    record Acknowledgement(String agent, boolean acknowledged, Long millis, String mode, String trouble) {}
}
