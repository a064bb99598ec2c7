/** JSON over HTTP to the suite's services, with tokens of config-service. */
package io.breakwater.local.http;
