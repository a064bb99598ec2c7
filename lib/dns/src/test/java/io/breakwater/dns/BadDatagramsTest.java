package io.breakwater.dns;

import static io.breakwater.dns.ScriptedServer.answer;
import static io.breakwater.dns.ScriptedServer.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.dns.LookupResult.Found;
import io.breakwater.dns.LookupResult.Reason;
import io.breakwater.dns.LookupResult.Unavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.TXTRecord;

@DisplayName("What is no answer to a query neither ends nor changes the look-up (I3, I10)")
class BadDatagramsTest {
    private static final String DOMAIN = "dr.example.test";
    /** One attempt alone: a second one would hide what became of the first. */
    private final DnsLookups lookups = DnsLookups.create(
            new DnsLookupSettings(Duration.ofMillis(600), Duration.ofSeconds(5), 200, 50, Duration.ofSeconds(1)));

    @AfterEach
    void close() {
        lookups.close();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "before-the-answer.csv")
    void waitsForTheAnswerPast(String noise, String reportedBy) {
        try (NoisyServer server = new NoisyServer(
                noise.equals("wrong-source"), query -> Noise.of(noise, query), BadDatagramsTest::right)) {

            assertThat(text(server.address())).as(reportedBy).isEqualTo("v=1;b=on");
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "before-the-answer.csv")
    void learnsNothingWhenOnlyThisComes(String noise, String reportedBy) {
        try (NoisyServer server =
                new NoisyServer(noise.equals("wrong-source"), query -> Noise.of(noise, query), query -> null)) {

            assertThat(look(server.address()))
                    .as(reportedBy)
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            nothing -> assertThat(nothing.reason()).isIn(Reason.MALFORMED, Reason.TIMEOUT));
        }
    }

    @Test
    void countsTheRecordsBeforeItDecodesThem() {
        DnsLookups few = DnsLookups.create(new DnsLookupSettings(
                Duration.ofMillis(300), Duration.ofSeconds(5), 200, 50, Duration.ofSeconds(1), 10, 64));
        try (few;
                ScriptedServer server = ScriptedServer.answering(query -> answer(
                        query,
                        IntStream.range(0, 11).mapToObj(i -> txt("v=" + i)).toArray(TXTRecord[]::new)))) {

            assertThat(few.txt(DOMAIN, server.address(), Asking.AUTHORITY)
                            .toCompletableFuture()
                            .join())
                    .isInstanceOfSatisfying(Unavailable.class, nothing -> {
                        assertThat(nothing.reason()).isEqualTo(Reason.MALFORMED);
                        assertThat(nothing.detail()).contains("more than 10 records");
                    });
        }
    }

    @Test
    void asksOverTcpWhenSomebodyGuesses() {
        try (ScriptedServer overTcp = ScriptedServer.answeringOctets((query, tcp) -> {
            byte[] right = right(query).toWire();
            return tcp ? right : Noise.of("wrong-id", query).get(0);
        })) {
            DnsLookups suspicious = DnsLookups.create(new DnsLookupSettings(
                    Duration.ofMillis(600), Duration.ofSeconds(5), 200, 50, Duration.ofSeconds(1), 1_000, 1));
            try (suspicious) {
                assertThat(suspicious
                                .txt(DOMAIN, overTcp.address(), Asking.AUTHORITY)
                                .toCompletableFuture()
                                .join())
                        .isInstanceOf(Found.class);
            }
        }
    }

    @Test
    void endsAFloodWithinItsTime() {
        try (NoisyServer server = new NoisyServer(
                false,
                query -> Collections.nCopies(2_000, Noise.of("wrong-id", query).get(0)),
                query -> null)) {
            long start = System.nanoTime();

            assertThat(look(server.address())).isInstanceOf(Unavailable.class);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        }
    }

    private static Message right(Message query) {
        return answer(query, txt("v=1;b=on"));
    }

    private static TXTRecord txt(String text) {
        return new TXTRecord(name("dr.example.test."), DClass.IN, 30, text);
    }

    private LookupResult<List<byte[]>> look(ServerAddress server) {
        return lookups.txt(DOMAIN, server, Asking.AUTHORITY)
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
    }

    private String text(ServerAddress server) {
        LookupResult<List<byte[]>> result = look(server);
        assertThat(result).isInstanceOf(Found.class);
        return new String(((Found<List<byte[]>>) result).records().get(0).get(0), StandardCharsets.ISO_8859_1);
    }
}
