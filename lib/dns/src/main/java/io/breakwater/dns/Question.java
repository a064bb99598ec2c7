package io.breakwater.dns;

import io.breakwater.dns.AnswerReader.Reading;
import io.breakwater.dns.LookupResult.Absent;
import io.breakwater.dns.LookupResult.Alias;
import io.breakwater.dns.LookupResult.Found;
import io.breakwater.dns.LookupResult.Unavailable;
import java.util.List;
import java.util.function.Function;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/** A question to one server, and how a record of its answer is read. */
record Question<T>(Name name, int type, ServerAddress server, Asking asking, Function<Record, T> content) {

    Question<T> at(Name target) {
        return new Question<>(target, type, server, asking, content);
    }

    LookupResult<T> result(Reading reading, long micros) {
        if (reading instanceof Reading.Records found) {
            List<T> records = found.records().stream().map(content).toList();
            return new Found<>(records, found.ttlSeconds(), server, micros);
        }
        if (reading instanceof Reading.Denial denial) {
            return new Absent<>(denial.kind(), denial.negativeTtlSeconds(), server, micros);
        }
        if (reading instanceof Reading.Redirect redirect) {
            return new Alias<>(redirect.target().toString(true), redirect.ttlSeconds(), server, micros);
        }
        return unavailable((Reading.Useless) reading, micros);
    }

    LookupResult<T> unavailable(Reading.Useless useless, long micros) {
        return new Unavailable<>(useless.reason(), useless.detail(), server, micros);
    }
}
