/**
 * Errors as RFC 9457 problems. {@link io.breakwater.platform.problem.Problem} is the one catalogue and the only place that knows HTTP
 * status codes; {@link io.breakwater.platform.problem.ProblemMappers} turns whatever went wrong into an entry of it. A service may
 * render some of its paths in another shape with a {@link io.breakwater.platform.problem.ProblemRenderer}.
 */
package io.breakwater.platform.problem;
