package io.breakwater.activation;

import java.util.Objects;
import java.util.Optional;

/** What a TXT record set means for a tenant at an instant. Only {@link Apply} and {@link Expired} say anything about the mode. */
public sealed interface Verdict {

    Reason reason();

    /** {@code APPLY}, {@code PENDING}, {@code EXPIRED}, {@code NONE} or {@code HOLD}. */
    String name();

    /** The activation that the verdict is about; empty for {@link None} and {@link Hold}. */
    default Optional<Activation> activation() {
        return Optional.empty();
    }

    /** An activation is in force: its mode is to be set. */
    record Apply(Activation value) implements Verdict {
        public Apply {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public Reason reason() {
            return Reason.OK;
        }

        @Override
        public String name() {
            return "APPLY";
        }

        @Override
        public Optional<Activation> activation() {
            return Optional.of(value);
        }
    }

    /** A valid activation starts later: nothing to do before its t. */
    record Pending(Activation value) implements Verdict {
        public Pending {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public Reason reason() {
            return Reason.FUTURE;
        }

        @Override
        public String name() {
            return "PENDING";
        }

        @Override
        public Optional<Activation> activation() {
            return Optional.of(value);
        }
    }

    /** The newest activation has ended: the mode is to be NORMAL. */
    record Expired(Activation value) implements Verdict {
        public Expired {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public Reason reason() {
            return Reason.EXPIRED;
        }

        @Override
        public String name() {
            return "EXPIRED";
        }

        @Override
        public Optional<Activation> activation() {
            return Optional.of(value);
        }
    }

    /** Nothing here is for us: the absence policy holds, which by default keeps the mode. */
    record None(Reason reason) implements Verdict {
        public None {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String name() {
            return "NONE";
        }
    }

    /** It cannot be told: the mode stays and somebody should look. */
    record Hold(Reason reason) implements Verdict {
        public Hold {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String name() {
            return "HOLD";
        }
    }
}
