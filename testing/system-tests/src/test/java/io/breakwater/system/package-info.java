/** Tests of the whole suite, and of the checkout itself. */
package io.breakwater.system;
