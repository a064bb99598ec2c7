package io.breakwater.embedded.zone;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/**
 * Tells the targets of a change by NOTIFY over UDP, at most three times each until it is answered; a newer change takes the place of an
 * older one. So many are on the way at one time; what finds no place is sent when it would have been repeated. Safe for threads.
 */
final class Notifier implements AutoCloseable {
    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(Notifier::thread);
    private volatile SOARecord latest;
    private final AtomicReference<SOARecord> newest = new AtomicReference<>();
    private final List<NotifyTarget> targets;
    private final Semaphore places;

    Notifier(List<NotifyTarget> targets, int maxOnTheWay) {
        this.targets = List.copyOf(targets);
        this.places = new Semaphore(maxOnTheWay);
    }

    void changed(SOARecord soa) {
        if (newest.getAndSet(soa) == null) {
            executor.execute(this::tell);
        }
    }

    /** However many changes came while this waited for its turn, the targets are told of the last. */
    private void tell() {
        SOARecord soa = newest.getAndSet(null);
        latest = soa;
        targets.forEach(target -> send(target, soa, TRIES, executor));
    }

    private void again(NotifyTarget target, SOARecord soa, int tries, Executor answers) {
        if (tries > 0 && soa == latest && !executor.isShutdown()) {
            executor.schedule(() -> send(target, soa, tries, answers), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void send(NotifyTarget target, SOARecord soa, int tries, Executor answers) {
        if (!places.tryAcquire()) {
            again(target, soa, tries, answers);
            return;
        }
        SimpleResolver resolver = new SimpleResolver(target.address());
        resolver.setTimeout(PATIENCE);
        resolver.setEDNS(-1);
        target.key().ifPresent(key -> resolver.setTSIGKey(key.tsig()));
        resolver.sendAsync(message(soa), answers).whenComplete((answer, failure) -> {
            places.release();
            if (failure != null) {
                again(target, soa, tries - 1, answers);
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
