package io.breakwater.activation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "v=spf1 -all",
                "v=DKIM1; k=rsa",
                "\"v=1;b=on\"",
                "b=on;v=1",
                "V=1;b=on",
                "v=1a;b=on",
                "v1;b=on",
                "v==1",
                "x v=1",
                "v=;b=on"
            })
    void isBlindForEverythingThatDoesNotBeginLikeARecord(String text) {
        assertThat(RecordReader.read(text)).isInstanceOf(RecordReading.Foreign.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=1;b=on",
                " \t v = 1 ; b = on ; ",
                "v=1;b=on;k=zpa",
                "v=1;b=on;k=all;",
                "v=1;b=on;unknown=",
                "v=1;b=on;m=",
                "v=1;b=on;z=a=b",
                "v=1;b=on;t=0;x=999999999999",
                "v=1\t;\tb=on",
                "v=1;b=on;B=off"
            })
    void readsUnsignedRecords(String text) {
        assertThat(RecordReader.read(text)).isInstanceOfSatisfying(RecordReading.Unsigned.class, unsigned -> {
            assertThat(unsigned.body().forUs()).isTrue();
            assertThat(unsigned.body().mode()).isEqualTo(Mode.ACTIVE);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=1",
                "v=1;",
                "v=1;b=on;;",
                "v=1;;b=on",
                "v=1;b=on;b=on",
                "v=1;b=on;b=off",
                "v=1;b=On",
                "v=1;b=",
                "v=1;b=on;t=-1",
                "v=1;b=on;t=+1",
                "v=1;b=on;t=1 0",
                "v=1;b=on;t=1e3",
                "v=1;b=on;x=1234567890123",
                "v=1;b=on;x=",
                "v=1;b=on;d=",
                "v=1;b=on;1a=b",
                "v=1;b=on;=b",
                "v=1;b=on;a-b=c",
                "v=1;b=on;junk",
                "v=1 2;b=on",
                "v=1_;b=on",
                "v=1-;b=on",
                "v=1;b=on;z=\u00e9",
                "v=1;b=on\n",
                "v=1;b=on;z=\u007f",
                "v=1;v=1;b=on",
                "v=1;b=on;p=1",
                "v=1;b=on;bh=AAAA",
                "v=1;b=on;n=2;p=1",
                "v=1;b=on;n=2;bh=AAAA",
                "v=1;b=on;n=1;p=1;bh=AAAA",
                "v=1;b=on;n=2;p=3;bh=AAAA",
                "v=1;b=on;n=2;p=01;bh=AAAA",
                "v=1;b=on;n=2;p=1;bh=AA-A",
                "v=1;b=on;n=2;p=1;bh=",
                "v=1;b=on;n=2;p=1;bh= ",
                "v=1;b=on;p=1;n=2;bh=AAAA",
                "v=1;b=on;bh=AAAA;n=2;p=1",
                "v=1;b=on;n=2;p=1;bh=AAAA;t=1",
                "v=1;n=2;p=1;bh=AAAA;b=on",
                "v=1;b=on;n=2;p=1;bh=AAAA;d=a",
                "v=1;b=on;n=2;p=1;bh=AAAA;k=zpa",
                "v=1;b=on;n=2;p=1;bh=AAAA;m=fo"
            })
    void namesEveryDeviationMalformed(String text) {
        assertThat(RecordReader.read(text)).isInstanceOfSatisfying(RecordReading.Broken.class, broken -> {
            assertThat(broken.reason()).isEqualTo(Reason.MALFORMED);
            assertThat(broken.detail()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=2;b=on", "v=01;b=on", "v=10", "v = 2;whatever follows", "v=0;;"})
    void namesOtherVersionsUnsupported(String text) {
        assertThat(RecordReader.read(text))
                .isInstanceOfSatisfying(
                        RecordReading.Broken.class,
                        broken -> assertThat(broken.reason()).isEqualTo(Reason.UNSUPPORTED_VERSION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=1;k=zia;b=on",
                "v=1;k=ZPA;b=on",
                "v=1;k=;b=on",
                "v=1;k=zia;b=block;t=never;n=7",
                "v=1;k=zia;n=2;p=1;bh=AAAA"
            })
    void leavesTheRecordsOfOtherProductsAlone(String text) {
        RecordReading reading = RecordReader.read(text);

        boolean forUs = reading instanceof RecordReading.Part part
                ? part.body().forUs()
                : ((RecordReading.Unsigned) reading).body().forUs();
        assertThat(forUs).isFalse();
    }

    @Test
    void findsTheEndOfTheSignedTextWithTheParser() {
        RecordReading reading = RecordReader.read("v=1; origin=n=2;b=on;  n = 2;p=1;bh=A A\tAA;zz=1");

        assertThat(reading).isInstanceOfSatisfying(RecordReading.Part.class, part -> {
            assertThat(part.signedText()).isEqualTo("v=1; origin=n=2;b=on;  ");
            assertThat(part.signature()).isEqualTo("AAAA");
            assertThat(part.covered()).containsOnlyKeys("v", "origin", "b");
        });
    }

    @Test
    void refusesMoreThan4096Octets() {
        String longest = "v=1;b=on;z=" + "a".repeat(4096 - 11);

        assertThat(RecordReader.read(longest)).isInstanceOf(RecordReading.Unsigned.class);
        assertThat(RecordReader.read(longest + "a")).isInstanceOf(RecordReading.Broken.class);
    }
}
