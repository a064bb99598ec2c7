package io.breakwater.config.permission;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The permission that an endpoint asks for: {@code GET} wants to look, everything else to change. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Guarded {
    PermissionClass value();

    /** Whether it changes nothing, although it is no {@code GET}. */
    boolean readOnly() default false;
}
