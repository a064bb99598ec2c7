package io.breakwater.embedded.zone;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Tells the targets of a change by NOTIFY over UDP, at most three times each until it is answered. Safe for threads. */
final class Notifier implements AutoCloseable {
    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(Notifier::thread);
    private final List<NotifyTarget> targets;

    Notifier(List<NotifyTarget> targets) {
        this.targets = List.copyOf(targets);
    }

    void changed(SOARecord soa) {
        for (NotifyTarget target : targets) {
            executor.execute(() -> send(target, soa, TRIES, executor));
        }
    }

    private void send(NotifyTarget target, SOARecord soa, int tries, Executor answers) {
        SimpleResolver resolver = new SimpleResolver(target.address());
        resolver.setTimeout(PATIENCE);
        resolver.setEDNS(-1);
        target.key().ifPresent(key -> resolver.setTSIGKey(key.tsig()));
        resolver.sendAsync(message(soa), answers).whenComplete((answer, failure) -> {
            if (failure != null && tries > 1 && !executor.isShutdown()) {
                executor.schedule(
                        () -> send(target, soa, tries - 1, answers), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } else if (failure != null) {
                System.getLogger(Notifier.class.getName())
                        .log(System.Logger.Level.DEBUG, "no answer to NOTIFY from " + target.address());
            }
        });
    }

    private static Message message(SOARecord soa) {
        Message message = new Message();
        message.getHeader().setOpcode(Opcode.NOTIFY);
        message.getHeader().setFlag(Flags.AA);
        message.addRecord(Record.newRecord(soa.getName(), Type.SOA, DClass.IN), Section.QUESTION);
        message.addRecord(soa, Section.ANSWER);
        return message;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "zone-notify");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
