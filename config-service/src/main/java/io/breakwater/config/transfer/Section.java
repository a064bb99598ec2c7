package io.breakwater.config.transfer;

import io.breakwater.config.configobject.ConfigObjectService;
import java.util.List;
import java.util.Map;

/**
 * A part of the document: the objects of one resource.
 *
 * @param key in the document
 * @param single fields that hold the id of an object of another section, with the field and the section of the document
 * @param lists fields that hold objects of another section, with that section
 * @param tenantWide whether all microtenants share them
 */
record Section(
        String key,
        ConfigObjectService<?> service,
        Map<String, Reference> single,
        Map<String, String> lists,
        boolean tenantWide) {
    static final String MICROTENANTS = "microtenants";

    /** @param field in the document @param section whose object it names */
    record Reference(String field, String section) {}

    static Section of(String key, ConfigObjectService<?> service) {
        return new Section(key, service, Map.of(), Map.of(), false);
    }

    static Section shared(String key, ConfigObjectService<?> service) {
        return new Section(key, service, Map.of(), Map.of(), true);
    }

    Section withLists(Map<String, String> byField) {
        return new Section(key, service, single, byField, tenantWide);
    }

    Section withSingle(Map<String, Reference> byField) {
        return new Section(key, service, byField, lists, tenantWide);
    }

    static List<String> keys(List<Section> sections) {
        return sections.stream().map(Section::key).toList();
    }
}
