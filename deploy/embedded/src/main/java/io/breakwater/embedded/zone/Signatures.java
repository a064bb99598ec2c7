package io.breakwater.embedded.zone;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;
import org.xbill.DNS.TextParseException;

/** Checks requests' signatures and signs responses (RFC 8945). Safe for threads. */
final class Signatures {
    private static final int LEAST_MAC = 10;

    private final Map<Name, TSIG> keys = new HashMap<>();

    Signatures(List<TsigKey> keys) {
        for (TsigKey key : keys) {
            try {
                this.keys.put(Name.fromString(key.name(), Name.root), key.tsig());
            } catch (TextParseException e) {
                throw new IllegalArgumentException("the name of the TSIG key " + key.name() + " is no domain name", e);
            }
        }
    }

    /**
     * What was found out about a request.
     *
     * @param signature of the request, null when it has none
     * @param key with its name and algorithm, null when none is known
     * @param error NOERROR when there is nothing to object to, FORMERR when the signature has an impossible size
     */
    record Checked(TSIGRecord signature, TSIG key, int error) {
        boolean isGood() {
            return error == Rcode.NOERROR;
        }

        boolean isSigned() {
            return signature != null && isGood();
        }
    }

    Checked check(Message request, byte[] wire) {
        TSIGRecord signature = request.getTSIG();
        if (signature == null) {
            return new Checked(null, null, Rcode.NOERROR);
        }
        TSIG key = keys.get(signature.getName());
        int full = macLength(signature.getAlgorithm());
        if (key == null || full == 0) {
            return new Checked(signature, null, Rcode.BADKEY);
        }
        int length = signature.getSignature().length;
        int error = key.verify(request, wire, null);
        if (error != Rcode.BADKEY && (length > full || length < Math.max(LEAST_MAC, full / 2))) {
            error = Rcode.FORMERR; // section 5.2.2.1
        } else if (error == Rcode.NOERROR && length < full) {
            error = Rcode.BADTRUNC; // nobody who has a key of ours needs to cut
        }
        return new Checked(signature, key, error);
    }

    /** 0 for an algorithm that is not known. */
    private static int macLength(Name algorithm) {
        return switch (algorithm.toString(true).toLowerCase(Locale.ROOT)) {
            case "hmac-md5.sig-alg.reg.int" -> 16;
            case "hmac-sha1" -> 20;
            case "hmac-sha224" -> 28;
            case "hmac-sha256" -> 32;
            case "hmac-sha384" -> 48;
            case "hmac-sha512" -> 64;
            default -> 0;
        };
    }

    /** Before anything else is written: the response to a request whose signature is not good. */
    static void refuse(Checked checked, Message response) {
        response.getHeader().setRcode(checked.error() == Rcode.FORMERR ? Rcode.FORMERR : Rcode.NOTAUTH);
    }

    /** After everything else is written. BADKEY and BADSIG have no signature (section 5.3.2). */
    static void sign(Checked checked, Message response) {
        TSIGRecord request = checked.signature();
        if (request == null || checked.error() == Rcode.FORMERR) {
            return;
        }
        if (checked.error() == Rcode.BADKEY || checked.error() == Rcode.BADSIG) {
            response.addRecord(
                    new TSIGRecord(
                            request.getName(),
                            DClass.ANY,
                            0,
                            request.getAlgorithm(),
                            request.getTimeSigned(),
                            request.getFudge(),
                            new byte[0],
                            request.getOriginalID(),
                            checked.error(),
                            null),
                    Section.ADDITIONAL);
        } else {
            response.setTSIG(checked.key(), checked.error(), request);
        }
    }
}
