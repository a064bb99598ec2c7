/** Server-sent events for pages: state, history and convergence of one tenant, whenever one of them changes on any replica. */
package io.breakwater.controller.live;
