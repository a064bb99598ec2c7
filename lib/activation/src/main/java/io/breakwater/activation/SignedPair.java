package io.breakwater.activation;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Two parts that belong together by their tags: section 3.1 of the specification. Whether the signature is good is another question. */
record SignedPair(RecordReading.Part first, RecordReading.Part second) {

    private static final List<String> COMPARED = List.of("v", "b", "t", "x");

    /**
     * Every pair whose second part is for us, in the order in which the parts stand. The first part may turn out to be for another product,
     * which the second need not repeat.
     */
    static List<SignedPair> among(List<RecordReading.Part> parts) {
        return parts.stream()
                .filter(first -> first.index() == 1)
                .flatMap(first -> parts.stream()
                        .filter(second -> second.index() == 2
                                && second.body().forUs()
                                && belongTogether(first.covered(), second.covered()))
                        .map(second -> new SignedPair(first, second)))
                .toList();
    }

    boolean holds(RecordReading.Part part) {
        return part == first || part == second;
    }

    String signature() {
        return first.signature() + second.signature();
    }

    private static boolean belongTogether(Map<String, String> first, Map<String, String> second) {
        return COMPARED.stream().allMatch(name -> Objects.equals(first.get(name), second.get(name)))
                && second.entrySet().stream().allMatch(tag -> tag.getValue().equals(first.get(tag.getKey())));
    }
}
