/** Trusted networks: where users are when they are inside. Service edge groups name them; ZPA's clients only read them. */
package io.breakwater.config.network;
