package io.breakwater.config.signin;

import java.util.Optional;

/** @param token when the proof is right */
public record SignInOutcome(Proof proof, Optional<AccessToken> token) {
    static SignInOutcome refused(Proof proof) {
        return new SignInOutcome(proof, Optional.empty());
    }
}
