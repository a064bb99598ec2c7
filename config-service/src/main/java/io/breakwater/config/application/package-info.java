/** Application segments: domain names and ports, who serves them, and whether they are designated for DR. */
package io.breakwater.config.application;
