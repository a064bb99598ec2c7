/** Child processes that never outlive the JVM that started them, however it ends. */
package io.breakwater.embedded.process;
