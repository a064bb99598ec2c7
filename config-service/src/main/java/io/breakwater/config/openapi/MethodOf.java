package io.breakwater.config.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.config.wire.Envelope;
import jakarta.annotation.security.PermitAll;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * The method behind an operation, by the id that the annotations' scanner gives: {@code <package>.<Class>_<method>}.
 *
 * @param type the resource's class
 * @param method its method
 * @param answer its Java type
 * @param status that it answers, when it is not the usual one
 * @param open whether it needs no token
 */
record MethodOf(Class<?> type, String method, String answer, Optional<String> status, boolean open) {
    static MethodOf named(String operationId) {
        int split = operationId.lastIndexOf('_');
        String name = operationId.substring(split + 1);
        try {
            Class<?> type = Class.forName(
                    operationId.substring(0, split),
                    false,
                    Thread.currentThread().getContextClassLoader());
            Method found = find(type, name);
            ResponseStatus status = found.getAnnotation(ResponseStatus.class);
            return new MethodOf(
                    type,
                    name,
                    found.getGenericReturnType().getTypeName(),
                    Optional.ofNullable(status).map(value -> Integer.toString(value.value())),
                    found.isAnnotationPresent(PermitAll.class) || type.isAnnotationPresent(PermitAll.class));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("operation " + operationId + " names no class", e);
        }
    }

    /** Its own one before those that it inherits. */
    private static Method find(Class<?> type, String name) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            Optional<Method> found = Arrays.stream(at.getDeclaredMethods())
                    .filter(method -> method.getName().equals(name) && !method.isSynthetic())
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new IllegalStateException(type.getName() + " has no method " + name);
    }

    String name() {
        return type.getSimpleName() + "_" + method;
    }

    /** Short, and the same as long as the class and the method keep their names. */
    String operationId() {
        return type.getSimpleName().replaceFirst("Resource$", "") + "_" + method;
    }

    /** Whether it answers JSON whose form its Java type does not tell. */
    boolean returnsTree() {
        return answer.contains(JsonNode.class.getPackageName()) || returnsOctets();
    }

    boolean returnsList() {
        return answer.contains(Envelope.class.getName()) || (returnsOctets() && method.equals("list"));
    }

    /** JSON that is written already. */
    private boolean returnsOctets() {
        return answer.contains(byte[].class.getTypeName());
    }
}
