package io.breakwater.watcher.notify;

import io.breakwater.watcher.notify.NotifyMessages.Reading;
import io.breakwater.watcher.polling.Watch;
import io.breakwater.watcher.polling.Watches;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;

/** Follows a NOTIFY: nudges the watches of the zone, counts, and gives the reply. Quick enough for an event loop; safe for threads. */
final class NotifyHandler {
    private final NotifyMessages messages;
    private final NotifyPace pace;
    private final Watches watches;
    private final MeterRegistry meters;

    NotifyHandler(NotifyMessages messages, NotifyPace pace, Watches watches, MeterRegistry meters) {
        this.pace = pace;
        this.messages = messages;
        this.watches = watches;
        this.meters = meters;
    }

    /** @return the reply, or null when none is due */
    byte[] handle(byte[] octets, String transport) {
        if (!pace.admits()) {
            refuse(NotifyMessages.Reason.OVERLOAD, transport);
            return null;
        }
        Reading reading = messages.read(octets);
        if (reading instanceof Reading.Accepted accepted) {
            List<Watch> nudged = watches.inZone(accepted.zone());
            if (!nudged.isEmpty()) {
                nudged.forEach(Watch::notified);
                count("accepted", "none", transport);
                return NotifyMessages.acknowledge(accepted);
            }
            reading = NotifyMessages.unknownZone(accepted);
        }
        Reading.Refused refused = (Reading.Refused) reading;
        refuse(refused.reason(), transport);
        return refused.reply();
    }

    /** Counts what never became a message. */
    void refuse(NotifyMessages.Reason reason, String transport) {
        count("refused", reason.name().toLowerCase(Locale.ROOT), transport);
    }

    private void count(String result, String reason, String transport) {
        Counter.builder("breakwater.watcher.notify")
                .description("Messages to the NOTIFY port")
                .tag("result", result)
                .tag("reason", reason)
                .tag("transport", transport)
                .register(meters)
                .increment();
    }
}
