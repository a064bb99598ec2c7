package io.breakwater.agent.centre;

import io.breakwater.agent.centre.CentreFailure.Kind;
import io.breakwater.agent.centre.ConfigServiceClient.Token;
import io.breakwater.agent.identity.AgentIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The agent's access token: fetched with a signed assertion, kept until a minute before its end. Safe for threads; one thread fetches,
 * others wait for it, never longer than the client's time-out.
 */
public final class AgentTokens {
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final ConfigServiceClient client;
    private final ClientAssertion assertion;
    private final Clock clock;
    private String value;
    private Instant refreshAt = Instant.MIN;

    public AgentTokens(ConfigServiceClient client, ClientAssertion assertion, Clock clock) {
        this.client = client;
        this.assertion = assertion;
        this.clock = clock;
    }

    /** A call that needs a token. */
    public interface Authorized<T> {
        T call(String token) throws CentreFailure;
    }

    /** Makes the call with the token; once more with a new one when the first is not taken. */
    public <T> T with(AgentIdentity identity, Authorized<T> call) throws CentreFailure {
        try {
            return call.call(token(identity));
        } catch (CentreFailure e) {
            if (e.kind() != Kind.UNAUTHORIZED) {
                throw e;
            }
            forget();
            return call.call(token(identity));
        }
    }

    private synchronized String token(AgentIdentity identity) throws CentreFailure {
        Instant now = clock.instant();
        if (value == null || !now.isBefore(refreshAt)) {
            Token token = client.token(assertion.sign(identity, now));
            value = token.value();
            Duration lifetime = token.lifetime();
            refreshAt = now.plus(
                    lifetime.compareTo(MARGIN.multipliedBy(2)) > 0 ? lifetime.minus(MARGIN) : lifetime.dividedBy(2));
        }
        return value;
    }

    private synchronized void forget() {
        value = null;
    }
}
