package io.breakwater.drctl.centre;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.drctl.CommandFailedException;
import io.breakwater.drctl.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a provisioning key and writes it into a file. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {
            "Make a provisioning key for a group of App Connectors or Private Service Edges, and write it into a file that only"
                    + " its owner can read.",
            "It enrols as many agents as --max-usage says, and nothing else."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:The key was made and written.",
            "1:It was not: no such group, the file is there already, or the centre refuses.",
            "2:Wrong arguments."
        })
final class NewProvisioningKeyCommand implements Callable<Integer> {
    private static final int PAGE = 500;

    @Mixin
    private CentreOptions centre;

    @Option(
            names = "--group",
            paramLabel = "NAME-OR-ID",
            required = true,
            description = "The group that agents will be in.")
    private String group;

    @Option(names = "--max-usage", paramLabel = "N", description = "How many agents it enrols. Default: 1.")
    private int maxUsage = 1;

    @Option(names = "--name", paramLabel = "NAME", description = "Of the key. Default: the group's and the time.")
    private String name;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where the key goes; overwrites nothing.")
    private Path out;

    @Spec
    private CommandSpec spec;

    /** A group of agents: its kind in the paths of keys, and the certificate that enrols its agents. */
    private record Group(String id, String name, String association, String certificate) {}

    @Override
    public Integer call() throws CommandFailedException {
        if (maxUsage < 1) {
            throw new ParameterException(spec.commandLine(), "--max-usage: one agent at least");
        }
        if (Files.exists(out)) {
            throw new CommandFailedException(out + " is there already: a key is never overwritten");
        }
        Centre signedIn = Centre.signIn(centre.deployment(System.getenv()));
        Rest configService = signedIn.configService();
        String tenant = "/mgmtconfig/v1/admin/customers/" + signedIn.customerId() + "/";
        Group found = group(configService, tenant);
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        key.put("name", name == null ? found.name() + " " + Instant.now() : name);
        key.put("maxUsage", Integer.toString(maxUsage));
        key.put("enrollmentCertId", certificate(configService, signedIn.customerId(), found.certificate()));
        key.put("zcomponentId", found.id());
        JsonNode made = configService.post(tenant + "associationType/" + found.association() + "/provisioningKey", key);
        write(made.path("provisioningKey").asText());
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println("provisioning key  " + made.path("id").asText());
        terminal.println("group             " + found.name());
        terminal.println("enrols            " + maxUsage + (maxUsage == 1 ? " agent" : " agents"));
        terminal.println("written to        " + out);
        return ExitCode.OK;
    }

    private Group group(Rest configService, String tenant) throws CommandFailedException {
        List<Group> all = new ArrayList<>();
        collect(all, configService, tenant + "appConnectorGroup", "CONNECTOR_GRP", "Connector");
        collect(all, configService, tenant + "serviceEdgeGroup", "SERVICE_EDGE_GRP", "Service Edge");
        List<Group> named = all.stream()
                .filter(one -> one.id().equals(group) || one.name().equals(group))
                .toList();
        if (named.size() != 1) {
            String names = String.join(", ", all.stream().map(Group::name).toList());
            throw new CommandFailedException(
                    named.isEmpty()
                            ? "--group: there is no group " + group + "; there are: " + names
                            : "--group: several groups are called " + group + ": give the id of one");
        }
        return named.get(0);
    }

    private static void collect(
            List<Group> all, Rest configService, String path, String association, String certificate)
            throws CommandFailedException {
        int pages = 1;
        for (int page = 1; page <= pages; page++) {
            JsonNode answer = configService.get(path + "?page=" + page + "&pagesize=" + PAGE);
            pages = answer.path("totalPages").asInt();
            answer.path("list")
                    .forEach(one -> all.add(
                            new Group(one.path("id").asText(), one.path("name").asText(), association, certificate)));
        }
    }

    private static String certificate(Rest configService, String customerId, String name)
            throws CommandFailedException {
        JsonNode answer =
                configService.get("/mgmtconfig/v2/admin/customers/" + customerId + "/enrollmentCert?pagesize=" + PAGE);
        for (JsonNode one : answer.path("list")) {
            if (one.path("name").asText().equals(name)) {
                return one.path("id").asText();
            }
        }
        throw new CommandFailedException("the tenant has no enrolment certificate " + name);
    }

    private void write(String key) throws CommandFailedException {
        try {
            Files.createFile(out, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(out, key);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailedException(out + " is there already: a key is never overwritten", e);
        } catch (IOException e) {
            throw new CommandFailedException(
                    "The key was made, but cannot be written to " + out + ": delete it and choose" + " another --out",
                    e);
        }
    }
}
