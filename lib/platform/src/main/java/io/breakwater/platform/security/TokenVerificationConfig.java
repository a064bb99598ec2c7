package io.breakwater.platform.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How access tokens are verified, besides what SmallRye JWT's own settings say. */
@ConfigMapping(prefix = "breakwater.token-verification")
public interface TokenVerificationConfig {
    /** How often the file with the verification keys is looked at. A token of an unknown key makes it be looked at besides. */
    @WithDefault("PT5S")
    @DurationMin(millis = 100)
    Duration lookInterval();

    /** How long a verified token is believed without being verified again, a minute at most and never beyond its end; zero: not at all. */
    @WithDefault("PT60S")
    @DurationMin
    @DurationMax(seconds = 60)
    Duration rememberedFor();

    /** Verified tokens that are remembered at most, some 4 kB each. */
    @WithDefault("2000")
    @Min(0)
    int mostRemembered();
}
