/** {@code ./breakwater demo}: the whole path, shown and checked. */
package io.breakwater.local.demo;
