/** Business continuity settings: how users sign in at a site whose cloud is away. */
package io.breakwater.config.continuity;
