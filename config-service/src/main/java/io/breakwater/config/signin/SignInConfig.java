package io.breakwater.config.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is kept of sign-ins. */
@ConfigMapping(prefix = "breakwater.sign-in")
public interface SignInConfig {
    /** Refused sign-ins of one API key that are entered into the audit trail in a minute; further ones are only counted. */
    @WithDefault("10")
    int refusalsRecorded();

    /** API keys whose refused sign-ins are counted at a time. */
    @WithDefault("10000")
    int keysRemembered();
}
