package io.breakwater.agent.words;

/** A failure whose message was written for people by this agent's own code, and may be shown as it is. */
public interface ForPeople {
    String getMessage();
}
