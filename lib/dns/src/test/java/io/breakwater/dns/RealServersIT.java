package io.breakwater.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.dns.LookupResult.Absent;
import io.breakwater.dns.LookupResult.Found;
import io.breakwater.dns.LookupResult.Kind;
import io.breakwater.dns.LookupResult.Reason;
import io.breakwater.dns.LookupResult.Unavailable;
import io.breakwater.testsupport.dns.BindServer;
import io.breakwater.testsupport.dns.DnsServer;
import io.breakwater.testsupport.dns.KnotServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Look-ups with BIND and Knot (I3)")
class RealServersIT {
    private static final String ZONE = "example.test";
    private static final String DOMAIN = "dr.example.test";

    private final DnsLookups lookups = DnsLookups.create(DnsLookupSettings.DEFAULT.withTimeout(Duration.ofMillis(500)));

    enum Kinds {
        BIND,
        KNOT;

        DnsServer start() {
            return this == BIND ? BindServer.start(ZONE, Optional.empty()) : KnotServer.start(ZONE, Optional.empty());
        }
    }

    @AfterEach
    void close() {
        lookups.close();
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatWasWrittenAsOctetsAlsoWhenItNeedsTcp(Kinds kind) {
        try (DnsServer server = kind.start()) {
            List<List<String>> small = List.of(List.of("v=1;d=" + DOMAIN + ";k=zpa;b=on;\u00ff\"\\ ", "second"));
            List<List<String>> large = IntStream.range(0, 12)
                    .mapToObj(i -> List.of("x".repeat(250) + i))
                    .toList();
            server.client().replaceTxt(DOMAIN, 30, small);
            assertThat(text(found(lookups.txt(DOMAIN, address(server), Asking.AUTHORITY))))
                    .isEqualTo(small);

            server.client().replaceTxt(DOMAIN, 30, large);
            assertThat(text(found(lookups.txt(DOMAIN, address(server), Asking.AUTHORITY))))
                    .containsExactlyInAnyOrderElementsOf(large);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsDenialFromRefusalFromSilence(Kinds kind) {
        try (DnsServer server = kind.start()) {
            assertThat(done(lookups.txt(DOMAIN, address(server), Asking.AUTHORITY)))
                    .isInstanceOfSatisfying(
                            Absent.class, absent -> assertThat(absent.kind()).isEqualTo(Kind.NXDOMAIN));
            assertThat(done(lookups.txt("ns1." + ZONE, address(server), Asking.AUTHORITY)))
                    .isInstanceOfSatisfying(
                            Absent.class, absent -> assertThat(absent.kind()).isEqualTo(Kind.NODATA));
            assertThat(done(lookups.txt("dr.foreign.test", address(server), Asking.AUTHORITY)))
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            failed -> assertThat(failed.reason()).isEqualTo(Reason.REFUSED));
            server.kill();
            assertThat(done(lookups.txt(DOMAIN, address(server), Asking.AUTHORITY)))
                    .isInstanceOf(Unavailable.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsTheAuthoritiesWithTheServerAsResolver(Kinds kind) {
        try (DnsServer server = kind.start()) {
            AuthoritiesResult result = done(lookups.findAuthorities(DOMAIN, List.of(address(server)), 53));

            assertThat(result).isInstanceOfSatisfying(AuthoritiesResult.Found.class, found -> {
                assertThat(found.zone()).isEqualTo(ZONE);
                assertThat(found.authorities()).extracting(Authority::name).containsExactly("ns1." + ZONE);
            });
        }
    }

    private static ServerAddress address(DnsServer server) {
        InetSocketAddress address = server.address();
        return new ServerAddress(address.getAddress(), address.getPort());
    }

    private static Found<List<byte[]>> found(CompletionStage<LookupResult<List<byte[]>>> stage) {
        LookupResult<List<byte[]>> result = done(stage);
        assertThat(result).isInstanceOf(Found.class);
        return (Found<List<byte[]>>) result;
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join();
    }

    private static List<List<String>> text(Found<List<byte[]>> found) {
        return found.records().stream()
                .map(strings -> strings.stream()
                        .map(octets -> new String(octets, StandardCharsets.ISO_8859_1))
                        .toList())
                .toList();
    }
}
