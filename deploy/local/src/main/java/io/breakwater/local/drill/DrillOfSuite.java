package io.breakwater.local.drill;

import io.breakwater.activation.KeyRefusedException;
import io.breakwater.activation.Mode;
import io.breakwater.activation.signing.DrKeys;
import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.local.LocalSuite;
import io.breakwater.local.Progress;
import io.breakwater.local.SuiteException;
import io.breakwater.local.SuiteOptions;
import io.breakwater.local.agents.AgentOperator;
import io.breakwater.local.attachment.Attachments;
import io.breakwater.local.attachment.AttachmentsFile;
import io.breakwater.local.http.RestClient;
import io.breakwater.local.http.SignIn;
import io.breakwater.local.layout.CommandHint;
import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.layout.FileTrouble;
import io.breakwater.local.secrets.Secrets;
import io.breakwater.local.supervisor.SuiteState;
import io.breakwater.local.tenant.Tenant;
import io.breakwater.local.tenant.TenantFile;
import io.breakwater.local.zone.ActivationZone;
import io.breakwater.local.zone.ZoneLocation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A drill with the suite that runs on a data directory. */
public final class DrillOfSuite {
    private final DataDirectory directory;
    private final SuiteState state;
    private final Tenant tenant;

    private DrillOfSuite(DataDirectory directory, SuiteState state, Tenant tenant) {
        this.directory = directory;
        this.state = state;
        this.tenant = tenant;
    }

    /** @throws SuiteException when no suite runs there, or it has no sample tenant */
    public static DrillOfSuite on(DataDirectory directory) {
        SuiteState state = SuiteState.read(directory.stateFile())
                .filter(known -> known.supervisor().handle().isPresent())
                .orElseThrow(() -> new SuiteException("Breakwater does not run on " + directory.root()
                        + ": start it with " + CommandHint.of(directory, "up --detach")));
        Tenant tenant = new TenantFile(directory.tenantFile())
                .read()
                .orElseThrow(() -> new SuiteException("the suite on " + directory.root()
                        + " has no tenant yet: wait until " + CommandHint.of(directory, "status") + " says healthy"));
        return new DrillOfSuite(directory, state, tenant);
    }

    /**
     * @param zone of one's own, with the key for updates; empty: the one that the suite was started with
     * @return who has not acknowledged in time, one line each; empty: everybody has
     * @throws SuiteException when nothing could be published
     */
    public List<String> run(
            Mode mode, Duration duration, Duration patience, Optional<ZoneLocation> zone, Progress progress) {
        ZoneLocation location = zone.orElseGet(this::zoneOfSuite);
        ActivationZone activation = new ActivationZone(location.client(), tenant.drDomain(), keys());
        return new Drill(activation, controller(), operators(), progress)
                .run(mode, duration, patience).stream()
                        .map(late -> late.agent() + " has not acknowledged"
                                + (late.mode().isEmpty() ? "" : ", it serves in " + late.mode())
                                + (late.trouble().isEmpty() ? "" : ": " + late.trouble()))
                        .toList();
    }

    /** @throws SuiteException when it is a zone of one's own, whose key the suite does not keep */
    private ZoneLocation zoneOfSuite() {
        Optional<String> own = new AttachmentsFile(directory)
                .read()
                .map(Attachments::servers)
                .map(servers -> servers.get(Attachments.DNS));
        if (own.isPresent()) {
            throw new SuiteException("the suite's zone is your own, " + own.get() + ": give --dns " + own.get()
                    + " --dns-key FILE, the key that may update it");
        }
        URI server = URI.create(url(LocalSuite.ZONE_SERVER));
        TsigKey key = new Secrets(directory.secrets()).updateKey();
        return new ZoneLocation(
                new InetSocketAddress(server.getHost(), server.getPort()), ZoneLocation.LOCAL_ORIGIN, Optional.of(key));
    }

    private DrKeys keys() {
        Path file = directory.drKeys().resolve(DrKeys.PRIVATE_FILE);
        try {
            return DrKeys.readPrivate(file);
        } catch (IOException e) {
            throw new SuiteException("the tenant's key " + file + " cannot be read: " + FileTrouble.of(e), e);
        } catch (KeyRefusedException e) {
            throw new SuiteException("the tenant's key " + file + " is no good: " + e.getMessage(), e);
        }
    }

    private Follower controller() {
        RestClient signIn = RestClient.anonymous(URI.create(url(LocalSuite.CONFIG_SERVICE)));
        RestClient controller = RestClient.anonymous(URI.create(url(LocalSuite.DR_CONTROLLER)))
                .with(new SignIn(signIn, tenant.clientId(), tenant::clientSecret));
        return new ControllerFollower(controller, tenant.customerId());
    }

    private Follower operators() {
        return new OperatorFollower(SuiteOptions.in(directory.root()).agents().stream()
                .filter(agent -> state.processes().containsKey(agent.name()))
                .map(agent -> new AgentOperator(agent, URI.create(url(agent.name()))))
                .toList());
    }

    private String url(String process) {
        if (!state.processes().containsKey(process)) {
            throw new SuiteException("the suite on " + directory.root() + " has no " + process);
        }
        return state.processes().get(process).url();
    }
}
