package io.breakwater.local.cli;

import io.breakwater.local.layout.Checkout;
import io.breakwater.local.layout.Commit;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String built = Version.class.getPackage().getImplementationVersion();
        String commit = Commit.of(Checkout.find().root()).orElse("unknown");
        return new String[] {"Breakwater" + (built == null ? "" : " " + built) + ", commit " + commit};
    }
}
