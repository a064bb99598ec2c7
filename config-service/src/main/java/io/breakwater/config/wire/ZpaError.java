package io.breakwater.config.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An error as ZPA's clients read it.
 *
 * @param id dotted code
 * @param reason for people
 * @param exception only with 429, where it repeats the id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZpaError(String id, String reason, List<String> params, String exception) {}
