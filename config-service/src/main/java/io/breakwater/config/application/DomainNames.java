package io.breakwater.config.application;

import io.breakwater.config.wire.HostNames;
import io.breakwater.config.wire.ValueRefused;
import java.util.Locale;

/** The domain names of an application segment: names, wildcards, addresses, networks. Pure. */
final class DomainNames {
    private static final String LEADING_WILDCARD = "*.";

    private DomainNames() {}

    /** @throws ValueRefused when it is none of them */
    static String checked(String text) {
        String name = HostNames.plain(text);
        boolean known = HostNames.isDomainName(plain(name)) || HostNames.isIpAddress(name) || HostNames.isNetwork(name);
        if (!known) {
            throw new ValueRefused("must hold host names, wildcards such as *.example.com, IP addresses or networks");
        }
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether it has a wildcard elsewhere than as its first label: such a name wants the match style INCLUSIVE. */
    static boolean hasInnerWildcard(String name) {
        String rest = name.startsWith(LEADING_WILDCARD) ? name.substring(LEADING_WILDCARD.length()) : name;
        return rest.indexOf('*') >= 0 || rest.indexOf('?') >= 0;
    }

    private static String plain(String name) {
        return name.startsWith(".") ? name.substring(1) : name.replace('*', 'w').replace('?', 'w');
    }
}
