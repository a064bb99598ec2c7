package io.breakwater.config.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpAclTest {
    @Test
    void anEmptyListAdmitsEverybody() {
        assertThat(IpAcl.admits(new String[0], "192.0.2.1")).isTrue();
        assertThat(IpAcl.admits(new String[0], "not an address")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,192.0.2.1,true",
        "192.0.2.1,192.0.2.2,false",
        "192.0.2.0/24,192.0.2.255,true",
        "192.0.2.0/24,192.0.3.0,false",
        "192.0.2.0/25,192.0.2.128,false",
        "0.0.0.0/0,203.0.113.9,true",
        "2001:db8::/32,2001:db8:1::7,true",
        "2001:db8::/32,2001:db9::7,false",
        "0.0.0.0/0,2001:db8::1,false",
        "10.0.0.0/8,nonsense,false"
    })
    void aListAdmitsWhatItHolds(String entry, String address, boolean admitted) {
        assertThat(IpAcl.admits(new String[] {entry}, address)).isEqualTo(admitted);
    }
}
