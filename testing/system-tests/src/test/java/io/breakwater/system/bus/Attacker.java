package io.breakwater.system.bus;

import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.signature.ServiceSigner;
import io.breakwater.system.RunningSuite;
import io.breakwater.testsupport.eventkeys.TestEventKeys;
import io.breakwater.testsupport.kafka.KafkaEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** What somebody who can write to the bus has stolen besides. */
enum Attacker {
    /** Nothing. */
    UNSIGNED {
        @Override
        void send(KafkaEvents bus, RunningSuite suite, EventEnvelope<?> event) {
            bus.sendUnsigned(event);
        }
    },
    /** A key of one's own making. */
    STRANGER {
        @Override
        void send(KafkaEvents bus, RunningSuite suite, EventEnvelope<?> event) {
            bus.sendSignedBy(TestEventKeys.of(TestEventKeys.STRANGER), event);
        }
    },
    /** The key of a service that may not say such a thing. */
    OTHER_SERVICE {
        @Override
        void send(KafkaEvents bus, RunningSuite suite, EventEnvelope<?> event) {
            bus.sendSignedBy(
                    signer(suite, event.source().equals("/dns-watcher") ? "snapshot-service" : "dns-watcher"), event);
        }
    },
    /** The very key of the service that says it. */
    STOLEN_KEY {
        @Override
        void send(KafkaEvents bus, RunningSuite suite, EventEnvelope<?> event) {
            bus.sendSignedBy(signer(suite, event.type().producer().label()), event);
        }
    };

    abstract void send(KafkaEvents bus, RunningSuite suite, EventEnvelope<?> event);

    /** Whether the event is refused for its signature alone. */
    boolean isRefused() {
        return this != STOLEN_KEY;
    }

    private static ServiceSigner signer(RunningSuite suite, String service) {
        try {
            return new ServiceSigner(Files.readString(suite.processes().eventSigningKey(service)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
