package io.breakwater.platform.events;

import io.breakwater.contracts.signature.ReceivedEvent;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What a record measures, asked before anything else is done with it. */
final class EventLimits {
    private final EventsConfig.Limits limits;

    EventLimits(EventsConfig.Limits limits) {
        this.limits = limits;
    }

    boolean allow(ConsumerRecord<String, byte[]> in) {
        return in.serializedValueSize() <= limits.value()
                && (in.value() == null || in.value().length <= limits.value())
                && in.serializedKeySize() <= limits.key()
                && in.headers().lastHeader(BoundedValue.DROPPED_HEADERS) == null
                && headerOctets(in) <= limits.headers();
    }

    private static long headerOctets(ConsumerRecord<?, ?> in) {
        long octets = 0;
        for (Header header : in.headers()) {
            octets += BoundedValue.octets(header);
        }
        return octets;
    }

    static ReceivedEvent received(ConsumerRecord<String, byte[]> in) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : in.headers()) {
            headers.put(header.key(), header.value());
        }
        return new ReceivedEvent(in.topic(), in.key(), headers, in.value());
    }
}
