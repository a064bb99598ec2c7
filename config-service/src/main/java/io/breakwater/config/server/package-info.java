/** Application servers: the addresses of server groups without dynamic discovery. */
package io.breakwater.config.server;
