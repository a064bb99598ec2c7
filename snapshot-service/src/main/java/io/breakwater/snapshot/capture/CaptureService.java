package io.breakwater.snapshot.capture;

import io.breakwater.contracts.config.DrView;
import io.breakwater.platform.owner.OwnerAnswerException;
import io.breakwater.snapshot.capture.CaptureClaims.Claim;
import io.breakwater.snapshot.configclient.ConfigClient;
import io.breakwater.snapshot.configclient.UnknownTenantException;
import io.breakwater.snapshot.content.Derivation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Captures one tenant: claim, one read of the configuration, one transaction. No transaction is open while config-service is asked.
 * Reading and deriving run on the worker pool. Safe for threads.
 */
@Singleton
public class CaptureService {
    private static final Logger LOG = Logger.getLogger(CaptureService.class);

    private final CaptureClaims claims;
    private final CaptureRecorder recorder;
    private final ConfigClient config;
    private final CaptureMeters meters;
    private final Vertx vertx;
    private final int mostByHand;
    private final AtomicInteger byHand = new AtomicInteger();

    CaptureService(
            CaptureClaims claims,
            CaptureRecorder recorder,
            ConfigClient config,
            CaptureMeters meters,
            Vertx vertx,
            CaptureConfig settings) {
        this.claims = claims;
        this.recorder = recorder;
        this.config = config;
        this.meters = meters;
        this.vertx = vertx;
        this.mostByHand = settings.mostByHand();
    }

    /** Serves the tenant's requests. Never fails because of config-service: the report says so, and it is tried again. */
    Uni<CaptureReport> serve(String customerId) {
        return claims.claim(customerId).chain(claim -> capture(customerId, claim));
    }

    /** Captures at once, on somebody's request; when many are under way already, as soon as it is its turn. */
    Uni<CaptureReport> captureNow(String customerId) {
        if (byHand.incrementAndGet() > mostByHand) {
            byHand.decrementAndGet();
            return claims.request(customerId)
                    .replaceWith(CaptureReport.of(
                            customerId, Outcome.PENDING, "other captures are under way; this one follows"));
        }
        return claims.requestAndClaim(customerId)
                .chain(claim -> capture(customerId, claim))
                .onTermination()
                .invoke(byHand::decrementAndGet);
    }

    private Uni<CaptureReport> capture(String customerId, Claim claim) {
        if (claim == null) {
            return Uni.createFrom()
                    .item(CaptureReport.of(customerId, Outcome.PENDING, "a capture is under way; another one follows"));
        }
        if (claim.frozen()) {
            return recorder.failed(claim, CaptureReport.of(customerId, Outcome.FROZEN, "DR mode is active"));
        }
        return config.drView(customerId)
                .chain(octets -> derive(customerId, octets))
                .chain(derivation -> recorder.record(claim, derivation))
                .onFailure()
                .recoverWithUni(failure -> recorder.failed(claim, report(customerId, failure)))
                .invoke(this::tell);
    }

    private Uni<Derivation> derive(String customerId, byte[] octets) {
        return vertx.executeBlocking(Uni.createFrom().item(() -> {
            DrView view = ConfigClient.view(octets);
            if (!customerId.equals(view.customerId())) {
                throw new IllegalStateException("config-service answered with another tenant's view");
            }
            return Derivation.of(view);
        }));
    }

    private static CaptureReport report(String customerId, Throwable failure) {
        if (failure instanceof UnknownTenantException) {
            return CaptureReport.of(customerId, Outcome.UNKNOWN_TENANT, failure.getMessage());
        }
        LOG.debugf(failure, "The configuration of tenant %s could not be captured", customerId);
        return CaptureReport.of(customerId, Outcome.FAILED, cause(failure) + ": it is tried again");
    }

    private static String cause(Throwable failure) {
        return failure instanceof OwnerAnswerException answer
                ? answer.getMessage()
                : failure.getClass().getSimpleName();
    }

    private void tell(CaptureReport report) {
        meters.ended(report.outcome());
        if (!report.published().isEmpty() || report.outcome() == Outcome.CAPTURED) {
            LOG.infof(
                    "Tenant %s captured at revision %d: %d designated groups, %d indexes published",
                    report.customerId(),
                    report.revision(),
                    report.groups().size(),
                    report.published().size());
        }
    }
}
