/** config-service: owns configuration and identity. Each package below is a feature. */
package io.breakwater.config;
