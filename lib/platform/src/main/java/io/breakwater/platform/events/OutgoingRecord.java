package io.breakwater.platform.events;

import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.signature.EventSigner;
import io.breakwater.platform.trace.TraceParent;
import io.breakwater.platform.trace.Traces;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A Kafka record to send: already encoded. */
public record OutgoingRecord(String topic, String key, Map<String, String> headers, byte[] value) {

    /** The event as a record. One without a trace of its own belongs to the trace of the work that publishes it, if there is one. */
    public static OutgoingRecord of(EventEnvelope<?> event) {
        return of(event, Traces.current().map(TraceParent::next));
    }

    /** @param trace for an event that has none of its own */
    static OutgoingRecord of(EventEnvelope<?> event, Optional<TraceParent> trace) {
        Map<String, String> headers = EventCodec.headers(event);
        trace.ifPresent(one -> headers.putIfAbsent(TraceParent.HEADER, one.header()));
        return new OutgoingRecord(event.type().topic(), event.key(), headers, EventCodec.value(event));
    }

    /** The same record with its signature. */
    OutgoingRecord signed(EventSigner signer) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(EventSigner.HEADER, signer.sign(topic, key, headers, value));
        return new OutgoingRecord(topic, key, all, value);
    }
}
