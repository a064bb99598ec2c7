package io.breakwater.watcher.polling;

import io.breakwater.watcher.judging.Judgement;
import io.breakwater.watcher.looking.Progress;
import java.time.Instant;

/** A look, for the status: what made it, when it began, what was answered, what that amounts to. */
public record LookReport(Trigger trigger, Instant at, Progress progress, Judgement judgement) {}
