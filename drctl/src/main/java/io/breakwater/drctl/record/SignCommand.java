package io.breakwater.drctl.record;

import io.breakwater.activation.Evaluation;
import io.breakwater.activation.Evaluator;
import io.breakwater.activation.InternetAction;
import io.breakwater.activation.KeyRefusedException;
import io.breakwater.activation.Mode;
import io.breakwater.activation.Policy;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.TrustedKey;
import io.breakwater.activation.signing.DrKeys;
import io.breakwater.activation.signing.RecordDraft;
import io.breakwater.activation.signing.RecordSigner;
import io.breakwater.activation.zone.ZoneChange;
import io.breakwater.drctl.CommandFailedException;
import io.breakwater.drctl.ExitCode;
import io.breakwater.drctl.InputFile;
import io.breakwater.drctl.TimeText;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Signs a record and writes it in the form that a name server or provider takes. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Sign an activation record and print what is to be published. What was printed replaces every TXT record at the domain.",
            "The record goes to standard output, what it means to standard error."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:The record was printed.", "1:The key cannot be read or cannot sign.", "2:Wrong arguments."})
final class SignCommand implements Callable<Integer> {

    private final Clock clock = Clock.systemDefaultZone();

    @Option(
            names = "--mode",
            required = true,
            paramLabel = "on|test|off",
            converter = TagConverters.OfMode.class,
            description = "What the record asks for.")
    private Mode mode;

    @Option(names = "--domain", required = true, paramLabel = "NAME", description = "The DR domain.")
    private String domain;

    @ArgGroup(multiplicity = "1")
    private Signer signer;

    @Mixin
    private WindowOptions window;

    @Option(
            names = {"--no-d", "--no-domain"},
            description = "Leave the domain out: the record then counts at every domain with this key.")
    private boolean noDomain;

    @Option(
            names = "--product",
            paramLabel = "zpa|all",
            defaultValue = "zpa",
            description = "The tag k (default: ${DEFAULT-VALUE}).")
    private String product;

    @Option(
            names = "--internet",
            paramLabel = "fo|fc",
            converter = TagConverters.OfInternetAction.class,
            description = "The tag m: internet traffic fails open or closed (default: no override).")
    private InternetAction internet = InternetAction.NONE;

    @Mixin
    private ZoneOptions zone;

    @Spec
    private CommandSpec spec;

    /** Who signs. */
    static final class Signer {
        @Option(names = "--key", required = true, paramLabel = "FILE", description = "The private key, PEM.")
        private String key;

        @Option(
                names = "--unsigned",
                required = true,
                description = "Sign nothing: such a record counts only for tenants without a key.")
        private boolean unsigned;
    }

    @Override
    public Integer call() throws CommandFailedException {
        Instant now = clock.instant();
        RecordDraft draft = draft(now);
        ZoneChange change = change(draft);
        PrintWriter out = spec.commandLine().getOut();
        out.print(zone.write(change));
        out.flush();
        describe(draft, change);
        return ExitCode.OK;
    }

    private RecordDraft draft(Instant now) {
        if (window.contradiction() != null) {
            throw wrong(window.contradiction());
        }
        if (zone.contradiction() != null) {
            throw wrong(zone.contradiction());
        }
        try {
            RecordDraft draft =
                    new RecordDraft(mode, domain, !noDomain, product, internet, window.t(now), window.x(mode, now));
            return window.isAnyAllowed() ? draft : draft.requireSafeWindow();
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong("The window reaches beyond all calendars");
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage() + (e.getMessage().contains("longer than") ? " (--any-window allows it)" : ""));
        }
    }

    private ZoneChange change(RecordDraft draft) throws CommandFailedException {
        Optional<DrKeys> keys = keys();
        Rrset rrset = keys.map(pair -> RecordSigner.sign(draft, pair.privateKey()))
                .orElseGet(() -> RecordSigner.unsigned(draft));
        requireReadable(rrset, draft, keys.map(DrKeys::publicKey).map(List::of).orElse(List.of()));
        try {
            return zone.change(rrset, draft.domain());
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private Optional<DrKeys> keys() throws CommandFailedException {
        if (signer.unsigned) {
            return Optional.empty();
        }
        try {
            return Optional.of(DrKeys.ofPrivatePem(InputFile.read(signer.key, StandardCharsets.ISO_8859_1)));
        } catch (KeyRefusedException e) {
            throw new CommandFailedException(signer.key + ": " + e.getMessage(), e);
        }
    }

    /** What is printed was judged by the same function that agents use. */
    private void requireReadable(Rrset rrset, RecordDraft draft, List<TrustedKey> keys) throws CommandFailedException {
        long within = draft.t() != null ? draft.t() : draft.x() != null ? draft.x() : 0;
        Evaluation evaluation =
                Evaluator.evaluate(rrset, draft.domain(), keys, Policy.DEFAULT, ReplayState.EMPTY, within);
        if (!evaluation.verdict().name().equals("APPLY")) {
            throw new CommandFailedException("The record that was made is not valid: " + evaluation);
        }
    }

    private void describe(RecordDraft draft, ZoneChange change) {
        PrintWriter err = spec.commandLine().getErr();
        ZoneId here = clock.getZone();
        err.println("# " + draft.domain() + ": b=" + mode.label() + (signer.unsigned ? ", unsigned" : ", signed"));
        err.println("# from  "
                + (draft.t() == null
                        ? "at once; nothing protects this record from coming back"
                        : TimeText.of(draft.t(), here)));
        err.println("# until " + (draft.x() == null ? "another record is published" : TimeText.of(draft.x(), here)));
        if (draft.x() != null && draft.x() < clock.instant().getEpochSecond()) {
            err.println("# WARNING: this window is over already: whoever applies the record is in NORMAL");
        }
        zone.advice(change).ifPresent(advice -> err.println("# " + advice));
        err.flush();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
