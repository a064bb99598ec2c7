package io.breakwater.watcher.looking;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.Policy;
import io.breakwater.activation.Rrset;
import io.breakwater.dns.DnsLookupSettings;
import io.breakwater.dns.DnsLookups;
import io.breakwater.dns.ServerName;
import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.embedded.zone.ZoneServer;
import io.breakwater.testsupport.dns.DnsServer;
import io.breakwater.watcher.Server;
import io.breakwater.watcher.WatcherConfig;
import io.breakwater.watcher.settings.WatchedDomain;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Update;

/** The watcher's looks at real servers: where the domain is an alias, and where nobody speaks IPv4. */
class AuthoritiesIT {
    private static final List<List<String>> RECORDS = List.of(List.of("v=1;k=zpa;b=on"));

    private final DnsLookups lookups = DnsLookups.create(
            new DnsLookupSettings(Duration.ofSeconds(2), Duration.ofMillis(250), 200, 1000, Duration.ofSeconds(2)));

    /** How a tenant may have its record looked up. */
    enum Mode {
        DISCOVERED,
        NAMED,
        RECURSIVE
    }

    @AfterEach
    void close() {
        lookups.close();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A DR domain behind a CNAME is seen in every mode of looking up")
    void anAliasIsFollowed(Mode mode) throws IOException {
        try (DnsServer server = Server.BIND.start(Optional.empty())) {
            server.client().replaceTxt("record." + Server.ZONE, 30, RECORDS);
            alias(server, Server.DOMAIN, "record." + Server.ZONE);

            Progress progress = look(server.address(), Server.DOMAIN, mode);

            assertThat(progress.answers())
                    .extracting(Answer::digest)
                    .containsExactly(Rrset.ofLatin1(RECORDS).digest());
        }
    }

    @Test
    @DisplayName("A zone whose authorities have IPv6 addresses only is looked at")
    void authoritiesWithoutIpv4AreAsked() {
        String zone = """
                $TTL 30
                @ IN SOA ns1 hostmaster 1 60 60 600 5
                @ IN NS ns1
                ns1 IN AAAA ::1
                """;
        try (ZoneServer server = ZoneServer.start(
                new ZoneServer.Options("::1", 0, Server.ZONE, zone, Optional.empty(), List.of(), List.of()))) {
            server.replaceTxt(Server.DOMAIN, 30, RECORDS);

            Progress progress = look(server.address(), Server.DOMAIN, Mode.DISCOVERED);

            assertThat(progress.answers()).singleElement().satisfies(answer -> {
                assertThat(answer.digest()).isEqualTo(Rrset.ofLatin1(RECORDS).digest());
                assertThat(answer.source().servers().toString())
                        .contains("[0:0:0:0:0:0:0:1]")
                        .doesNotContain("127.0.0.1");
            });
        }
    }

    /** The server is the resolver by which authorities are found, and all of them are at its port. */
    private Progress look(InetSocketAddress server, String domain, Mode mode) {
        String host = server.getAddress().getHostAddress();
        String address = (host.contains(":") ? "[" + host + "]" : host) + ":" + server.getPort();
        WatcherConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(WatcherConfig.class)
                .withDefaultValues(Map.of(
                        "breakwater.watcher.resolvers",
                        address,
                        "breakwater.watcher.authority-port",
                        Integer.toString(server.getPort())))
                .build()
                .getConfigMapping(WatcherConfig.class);
        List<ServerName> named = mode == Mode.NAMED ? List.of(ServerName.parse(address, 53)) : List.of();
        WatchedDomain watched =
                new WatchedDomain("1", 1, domain, List.of(), Policy.DEFAULT, mode == Mode.RECURSIVE, named);
        CompletableFuture<Progress> end = new CompletableFuture<>();
        LookerFactory.create(lookups, config, Runnable::run, Clock.systemUTC()).look(watched, true, progress -> {
            if (progress.complete()) {
                end.complete(progress);
            }
        });
        return end.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static void alias(DnsServer server, String name, String target) throws IOException {
        Name owner = Name.fromString(name + ".");
        Update update = new Update(Name.fromString(Server.ZONE + "."));
        update.add(new CNAMERecord(owner, DClass.IN, 30, Name.fromString(target + ".")));
        TsigKey key = server.updateKey();
        SimpleResolver resolver = new SimpleResolver(server.address());
        resolver.setTSIGKey(new TSIG(
                TSIG.algorithmToName(key.algorithm()),
                Name.fromString(key.name() + "."),
                Base64.getDecoder().decode(key.secret())));
        assertThat(resolver.send(update).getRcode()).isEqualTo(Rcode.NOERROR);
    }
}
