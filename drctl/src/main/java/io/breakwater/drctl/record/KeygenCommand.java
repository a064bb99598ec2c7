package io.breakwater.drctl.record;

import io.breakwater.activation.signing.DrKeys;
import io.breakwater.drctl.CommandFailedException;
import io.breakwater.drctl.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a key pair. */
@Command(
        name = "keygen",
        mixinStandardHelpOptions = true,
        description = {
            "Make an RSA-2048 key pair: " + DrKeys.PRIVATE_FILE + " (only its owner may read it) and "
                    + DrKeys.PUBLIC_FILE + ".",
            "Keep the private key off every server; give the public one to the DR settings."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:The files were written.",
            "1:They could not be; an existing key is never overwritten.",
            "2:Wrong arguments."
        })
final class KeygenCommand implements Callable<Integer> {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Directory for the two files (default: this one).")
    private Path directory;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailedException {
        DrKeys keys = DrKeys.generate();
        try {
            keys.write(directory);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailedException(e.getMessage() + " is there already: a key is never overwritten", e);
        } catch (IOException e) {
            throw new CommandFailedException("The keys cannot be written to " + directory + ": " + e, e);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("private key  " + directory.resolve(DrKeys.PRIVATE_FILE));
        out.println("public key   " + directory.resolve(DrKeys.PUBLIC_FILE));
        out.println("fingerprint  " + keys.publicKey().fingerprint());
        return ExitCode.OK;
    }
}
