/** Export and import of a tenant as one document. */
package io.breakwater.config.transfer;
