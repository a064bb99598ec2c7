/** API keys: what programs sign in with. The secret is told once, when the key is made; only its digest is kept. */
package io.breakwater.config.apikey;
