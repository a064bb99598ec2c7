package io.breakwater.config.search;

import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.Shape;
import io.breakwater.config.wire.ValueRefused;
import io.breakwater.config.wire.WireType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the criteria of a search into a condition on a resource's attributes. Pure. */
public final class SearchCompiler {
    private static final String NAME = "name";
    private static final String NAME_KEY = "nameKey";

    private SearchCompiler() {}

    /** Conditions on what is in no column. */
    @FunctionalInterface
    public interface Special {
        /** Empty when it does not know the field. @param parameter what names of parameters begin with */
        Optional<Where> condition(Criterion criterion, String parameter);

        /** Empty when it cannot be worked out. */
        default Optional<Computed> computed(String field) {
            return Optional.empty();
        }
    }

    /** @throws io.breakwater.platform.problem.ProblemException for an unknown field, an operator that does not fit it, or a value that is none of its kind */
    public static Where compile(Shape<?> shape, List<Criterion> criteria, Where scope) {
        return compile(shape, criteria, scope, (criterion, parameter) -> Optional.empty(), Naming.ATTRIBUTES);
    }

    /**
     * The same with fields that are in no column.
     *
     * @param naming what the scope names, and the condition is to name
     */
    public static Where compile(Shape<?> shape, List<Criterion> criteria, Where scope, Special special, Naming naming) {
        Where where = scope;
        for (int i = 0; i < criteria.size(); i++) {
            Criterion criterion = criteria.get(i);
            String parameter = "search" + i + "x";
            where = where.and(special.condition(criterion, parameter)
                    .orElseGet(
                            () -> compile(operand(shape, criterion, special, naming), criterion, parameter, naming)));
        }
        return where;
    }

    private static Computed operand(Shape<?> shape, Criterion criterion, Special special, Naming naming) {
        return shape.searchable(criterion.field())
                .map(field -> new Computed(field.type(), naming.path(field.attribute())))
                .or(() -> special.computed(criterion.field()))
                .orElseThrow(() -> Refusal.invalid("search", "names a field that cannot be searched"));
    }

    private static Where compile(Computed operand, Criterion criterion, String parameter, Naming naming) {
        return switch (operand.type().comparison()) {
            case TEXT -> texts(operand, criterion, parameter, naming);
            case ORDERED ->
                ordered(operand.expression(), criterion.operator(), value(operand.type(), criterion), parameter);
            case EXACT, NONE ->
                exact(operand.expression(), criterion.operator(), value(operand.type(), criterion), parameter);
        };
    }

    /** The first reading that is one of these values. */
    private static Object value(WireType<?> type, Criterion criterion) {
        ValueRefused first = null;
        for (String reading : criterion.readings()) {
            try {
                return type.parse(reading);
            } catch (ValueRefused e) {
                first = first == null ? e : first;
            }
        }
        throw Refusal.invalid("search", criterion.field() + " " + first.getMessage());
    }

    /** In every reading: an object that meets one of them meets the criterion, and must meet none for NE. */
    private static Where texts(Computed operand, Criterion criterion, String parameter, Naming naming) {
        List<Where> all = new ArrayList<>();
        boolean whole = criterion.operator() == Operator.EQ || criterion.operator() == Operator.NE;
        for (String reading : criterion.readings()) {
            // part of a word may stand with LIKE, and a word that no object has simply finds none
            String storable = reading.replace("\0", "");
            String value = whole ? operand.type().searched(storable) : storable;
            String name = parameter + "r" + all.size();
            all.add(text(operand.expression(), criterion.operator(), value, name, naming));
        }
        return criterion.operator() == Operator.NE ? Where.all(all) : Where.any(all);
    }

    private static Where text(String attribute, Operator operator, String value, String parameter, Naming naming) {
        String lower = "lower(" + attribute + ")";
        String bound = "lower(:" + parameter + ")";
        String like = lower + " like " + bound + " escape '!'";
        return switch (operator) {
            case EQ -> Where.of(equal(attribute, lower, bound, naming), Map.of(parameter, value));
            case NE ->
                Where.of("(" + attribute + " is null or " + lower + " <> " + bound + ")", Map.of(parameter, value));
            case LIKE -> Where.of(like, Map.of(parameter, "%" + literal(value) + "%"));
            case STARTS_WITH -> Where.of(like, Map.of(parameter, literal(value) + "%"));
            case ENDS_WITH -> Where.of(like, Map.of(parameter, "%" + literal(value)));
            case GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL ->
                Where.of(lower + sign(operator) + bound, Map.of(parameter, value));
        };
    }

    /** The Go client removes characters from the name that it looks up, so the name without them matches too. */
    private static String equal(String attribute, String lower, String bound, Naming naming) {
        String plain = lower + " = " + bound;
        return attribute.equals(naming.path(NAME))
                ? "(" + plain + " or " + naming.path(NAME_KEY) + " = " + bound + ")"
                : plain;
    }

    /** What a client reads has whole seconds: a time is the second that it names. */
    public static Where second(String attribute, Operator operator, Instant second, String parameter) {
        Instant next = second.plusSeconds(1);
        return switch (operator) {
            case EQ ->
                Where.of(
                        "(" + attribute + " >= :" + parameter + " and " + attribute + " < :" + parameter + "end)",
                        Map.of(parameter, second, parameter + "end", next));
            case NE ->
                Where.of(
                        "(" + attribute + " is null or " + attribute + " < :" + parameter + " or " + attribute + " >= :"
                                + parameter + "end)",
                        Map.of(parameter, second, parameter + "end", next));
            case LESS -> Where.of(attribute + " < :" + parameter, Map.of(parameter, second));
            case LESS_OR_EQUAL -> Where.of(attribute + " < :" + parameter, Map.of(parameter, next));
            case GREATER -> Where.of(attribute + " >= :" + parameter, Map.of(parameter, next));
            case GREATER_OR_EQUAL -> Where.of(attribute + " >= :" + parameter, Map.of(parameter, second));
            default -> throw Refusal.invalid("search", "has an operator that does not fit the field");
        };
    }

    private static Where ordered(String attribute, Operator operator, Object value, String parameter) {
        if (value instanceof Instant time) {
            return second(attribute, operator, time, parameter);
        }
        return switch (operator) {
            case GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL ->
                Where.of(attribute + sign(operator) + ":" + parameter, Map.of(parameter, value));
            default -> exact(attribute, operator, value, parameter);
        };
    }

    private static Where exact(String attribute, Operator operator, Object value, String parameter) {
        return switch (operator) {
            case EQ -> Where.of(attribute + " = :" + parameter, Map.of(parameter, value));
            case NE ->
                Where.of(
                        "(" + attribute + " is null or " + attribute + " <> :" + parameter + ")",
                        Map.of(parameter, value));
            default -> throw Refusal.invalid("search", "has an operator that does not fit the field");
        };
    }

    private static String sign(Operator operator) {
        return switch (operator) {
            case GREATER -> " > ";
            case LESS -> " < ";
            case GREATER_OR_EQUAL -> " >= ";
            default -> " <= ";
        };
    }

    private static String literal(String value) {
        return value.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
