package io.breakwater.config.permission;

/** How far a permission goes. The names are ZPA's ({@code permission.type}). */
public enum Access {
    VIEW_ONLY,
    FULL
}
