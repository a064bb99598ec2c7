/** The rules of the house that a machine can hold: the arrows between modules and the shape of packages. */
package io.breakwater.system.architecture;
