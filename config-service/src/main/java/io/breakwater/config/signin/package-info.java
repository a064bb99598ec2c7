/** Sign-in: API keys of tenants and clients of the suite itself get short tokens that every service verifies by itself. */
package io.breakwater.config.signin;
