package io.breakwater.config.provisioning;

import io.breakwater.config.wire.HostNames;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** From where a provisioning key may be used: addresses and networks. Pure; never asks DNS. */
public final class IpAcl {
    private static final int BITS_OF_AN_OCTET = 8;

    private IpAcl() {}

    /** @param entries none: from everywhere @param address as text; what is no address is admitted by an empty list only */
    public static boolean admits(String[] entries, String address) {
        return entries.length == 0
                || (HostNames.isIpAddress(address) && Arrays.stream(entries).anyMatch(entry -> covers(entry, address)));
    }

    private static boolean covers(String entry, String address) {
        int slash = entry.indexOf('/');
        byte[] network = octets(slash < 0 ? entry : entry.substring(0, slash));
        byte[] host = octets(address);
        if (network.length != host.length) {
            return false;
        }
        int bits = host.length * BITS_OF_AN_OCTET;
        int prefix = slash < 0 ? bits : Integer.parseInt(entry.substring(slash + 1));
        return new BigInteger(1, network)
                .shiftRight(bits - prefix)
                .equals(new BigInteger(1, host).shiftRight(bits - prefix));
    }

    /** @param literal an address, so that nothing is looked up */
    private static byte[] octets(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address that was checked is none", e);
        }
    }
}
