package io.breakwater.config.configobject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * An object without what belongs to its tenant alone: what a document may carry to another one.
 *
 * @param fields that requests may set
 * @param links ids of what it is linked to, by the keys of requests
 */
public record PortableObject(
        long id, long microtenantId, String name, ObjectNode fields, Map<String, List<Long>> links) {}
