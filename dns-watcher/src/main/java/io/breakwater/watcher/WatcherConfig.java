package io.breakwater.watcher;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How domains are watched. */
@ConfigMapping(prefix = "breakwater.watcher")
public interface WatcherConfig {
    /**
     * Resolvers for finding authorities, and for tenants whose record is looked up recursively: {@code host:port}. Default: the
     * system's.
     */
    Optional<List<String>> resolvers();

    /** Port on which authorities are asked. */
    @WithDefault("53")
    int authorityPort();

    Lookups lookups();

    Polling polling();

    Authorities authorities();

    BackOff backOff();

    /** A tenant without a key: how long after a majority's first answer it is asked again, before it counts. */
    @WithDefault("PT2S")
    Duration confirmAfter();

    /** Record sets of which the verified content is remembered. */
    @WithDefault("10000")
    int evaluationsRemembered();

    Table table();

    Publishing publishing();

    /** What is kept of the tenants. */
    interface Table {
        /** Domains that one replica watches; further ones are refused and counted. */
        @WithDefault("50000")
        int maxDomains();

        /** Octets of the records that show what was applied at the domains. */
        @WithDefault("16M")
        MemorySize maxAppliedBytes();

        /** Octets of the record sets that were seen last, for people; of what finds no room only the verdict is remembered. */
        @WithDefault("16M")
        MemorySize maxSeenBytes();

        /** By how much the revision of a tenant's settings may grow with one event. Beyond it config-service is asked itself. */
        @WithDefault("100000")
        long largestJump();
    }

    /** What is published. */
    interface Publishing {
        /** Octets of an observation; of a larger one only that it is too large is published. Not more than consumers take. */
        @WithDefault("512K")
        MemorySize maxEventBytes();

        /** Octets of all observations that wait for the bus; beyond it they wait until their next look. */
        @WithDefault("16M")
        MemorySize maxWaitingBytes();
    }

    /** Limits of DNS queries. */
    interface Lookups {
        /** Of one query. */
        @WithDefault("PT2S")
        Duration timeout();

        /** After which the next address of an authority, or the next resolver, is asked too. */
        @WithDefault("PT0.25S")
        Duration hedgeAfter();

        /** Queries that may wait for an answer at a time. */
        @WithDefault("200")
        int maxInFlight();

        /** To one address. */
        @WithDefault("20")
        int maxQueriesPerSecond();

        /** Records in one answer; one with more is no answer. */
        @WithDefault("1000")
        int maxRecords();

        /** Messages that do not answer a query and are waited past, before it is asked over TCP. */
        @WithDefault("64")
        int maxIgnored();
    }

    /** When to look next. */
    interface Polling {
        /** The next look comes after the TTL, but not sooner than this… */
        @WithDefault("PT10S")
        Duration minInterval();

        /** …and not later than this. */
        @WithDefault("PT60S")
        Duration maxInterval();

        /** Share of the interval by which it is shortened at random at most, 0 to 1. */
        @WithDefault("0.2")
        double jitter();

        /** How long after a NOTIFY to look again, while nothing new is seen: other authorities may get the change later. */
        @WithDefault("PT0.05S,PT0.2S,PT0.5S,PT1S,PT2S")
        List<Duration> looksAfterNotify();

        /** Least time between two looks at one domain because of NOTIFY; one that comes sooner makes its look later. */
        @WithDefault("PT0.01S")
        Duration notifyMinGap();

        /** An observation is published again when nothing was published for this long. */
        @WithDefault("PT60S")
        Duration heartbeat();
    }

    /** How long found authorities are kept: their TTL within these bounds. */
    interface Authorities {
        /** Found authorities are kept at least so long, whatever their TTL. */
        @WithDefault("PT30S")
        Duration minAge();

        /** Found authorities are looked for anew after this, whatever their TTL. */
        @WithDefault("PT5M")
        Duration maxAge();

        /** Domains of which the authorities are remembered. */
        @WithDefault("50000")
        int maxDomains();

        /** Targets of aliases of which the authorities are remembered: fewer, because a zone can give another one with each answer. */
        @WithDefault("2000")
        int maxAliases();

        /** Hosts named as servers of which the addresses are remembered. */
        @WithDefault("20000")
        int maxHosts();
    }

    /** For how long polls leave a failing server out; doubles with each failure. */
    interface BackOff {
        /** After the first failure. */
        @WithDefault("PT1S")
        Duration initial();

        /** After many. */
        @WithDefault("PT60S")
        Duration max();

        /** Failing servers that are remembered. */
        @WithDefault("20000")
        int maxServers();
    }
}
