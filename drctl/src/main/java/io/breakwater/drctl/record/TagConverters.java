package io.breakwater.drctl.record;

import io.breakwater.activation.InternetAction;
import io.breakwater.activation.Mode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options whose values are those of a record's tags. */
final class TagConverters {

    private TagConverters() {}

    /** {@code on}, {@code test}, {@code off}. */
    static final class OfMode implements ITypeConverter<Mode> {
        @Override
        public Mode convert(String text) {
            return Mode.ofLabel(text)
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of on, test and off"));
        }
    }

    /** {@code fo}, {@code fc}. */
    static final class OfInternetAction implements ITypeConverter<InternetAction> {
        @Override
        public InternetAction convert(String text) {
            InternetAction action = InternetAction.ofLabel(text);
            if (action == InternetAction.NONE) {
                throw new TypeConversionException("'" + text + "' is neither fo nor fc");
            }
            return action;
        }
    }
}
