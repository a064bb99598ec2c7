package io.breakwater.watcher.polling;

import io.breakwater.dns.LookupResult;
import io.breakwater.watcher.judging.Judgement.Observation;
import io.breakwater.watcher.settings.WatchedDomain;
import java.net.InetAddress;
import java.time.Instant;

/**
 * A watch as it is.
 *
 * @param last the last look that ended, or null
 * @param lastSeen the last record set that counted, or null
 * @param addresses the domain's A and AAAA, or null before they were looked up
 * @param nextLook the next regular look, or null
 */
public record WatchStatus(
        WatchedDomain domain,
        LookReport last,
        Observation lastSeen,
        LookupResult<InetAddress> addresses,
        Instant nextLook) {}
