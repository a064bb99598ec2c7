package io.breakwater.activation.pasted;

import io.breakwater.activation.pasted.ZoneTokens.Token;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A resource record without its owner: {@code [ttl] [class] TYPE data…}, TTL and class in any order.
 *
 * @param line where it begins
 * @param recordClass in capitals
 * @param type in capitals; {@code TXT} also for {@code TYPE16}
 */
record RecordTokens(int line, String recordClass, String type, List<Token> data) {

    private static final Pattern TTL = Pattern.compile("(?:\\d++[SMHDW]?)++");
    private static final Pattern CLASS = Pattern.compile("IN|CH|HS|CS|NONE|ANY|CLASS\\d{1,5}");
    private static final Pattern NUMBERED_TYPE = Pattern.compile("TYPE\\d{1,5}");
    private static final Set<String> TYPES = Set.of(
            ("A NS MD MF CNAME SOA MB MG MR NULL WKS PTR HINFO MINFO MX TXT RP AFSDB X25 ISDN RT NSAP NSAP-PTR SIG KEY PX GPOS AAAA "
                            + "LOC NXT EID NIMLOC SRV ATMA NAPTR KX CERT A6 DNAME SINK OPT APL DS SSHFP IPSECKEY RRSIG NSEC "
                            + "DNSKEY DHCID NSEC3 NSEC3PARAM TLSA SMIMEA HIP NINFO RKEY TALINK CDS CDNSKEY OPENPGPKEY CSYNC "
                            + "ZONEMD SVCB HTTPS DSYNC SPF NID L32 L64 LP EUI48 EUI64 TSIG URI CAA AVC DOA AMTRELAY RESINFO "
                            + "WALLET TA DLV ANY")
                    .split(" "));

    static RecordTokens of(int line, List<Token> tokens) {
        int at = 0;
        String recordClass = "IN";
        while (TTL.matcher(word(tokens, at)).matches()
                || CLASS.matcher(word(tokens, at)).matches() && !isType(tokens, at)) {
            recordClass = CLASS.matcher(word(tokens, at)).matches() ? word(tokens, at) : recordClass;
            at++;
        }
        String type = word(tokens, at);
        if (!TYPES.contains(type) && !NUMBERED_TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException(
                    "line " + line + ": this is neither a resource record nor a line that begins with v=");
        }
        return new RecordTokens(
                line,
                recordClass,
                type.equals("TYPE16") ? "TXT" : type.equals("TYPE5") ? "CNAME" : type,
                tokens.subList(at + 1, tokens.size()));
    }

    /** {@code ANY} is a class and a type: the last word is the type. */
    private static boolean isType(List<Token> tokens, int at) {
        return word(tokens, at).equals("ANY") && at + 1 == tokens.size();
    }

    boolean isInternet() {
        return recordClass.equals("IN") || recordClass.equals("CLASS1");
    }

    String target() {
        if (data.size() != 1 || data.get(0).generic()) {
            throw new IllegalArgumentException("line " + line + ": a CNAME record has one name");
        }
        return data.get(0).text();
    }

    List<String> strings() {
        if (data.isEmpty()) {
            throw new IllegalArgumentException("line " + line + ": a TXT record without data");
        }
        return data.get(0).generic() ? generic() : texts(data);
    }

    /** {@code \# length hex…}: RFC 3597, section 5. */
    private List<String> generic() {
        byte[] octets;
        try {
            String hex = data.stream().skip(2).map(Token::text).collect(Collectors.joining());
            octets = HexFormat.of().parseHex(hex);
            if (octets.length != Integer.parseInt(data.get(1).text())) {
                throw new IllegalArgumentException("length");
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "line " + line + ": after \\# its length and as many octets in hexadecimal are needed", e);
        }
        List<String> strings = new ArrayList<>();
        for (int at = 0; at < octets.length; at += 1 + (octets[at] & 0xFF)) {
            int length = octets[at] & 0xFF;
            if (at + 1 + length > octets.length) {
                throw new IllegalArgumentException("line " + line + ": a character-string is longer than the data");
            }
            strings.add(new String(octets, at + 1, length, StandardCharsets.ISO_8859_1));
        }
        return strings;
    }

    static String word(List<Token> tokens, int index) {
        return index < tokens.size() && !tokens.get(index).quoted()
                ? tokens.get(index).text().toUpperCase(Locale.ROOT)
                : "";
    }

    static List<String> texts(List<Token> tokens) {
        return tokens.stream().map(Token::text).toList();
    }
}
