package io.breakwater.config.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An ancestor policy")
class AncestorPolicyServiceTest {
    private static ObjectNode checked(String json) throws JsonProcessingException {
        return AncestorPolicyService.checked((ObjectNode) new ObjectMapper().readTree(json));
    }

    @Test
    @DisplayName("keeps what clients know and nothing else")
    void kept() throws JsonProcessingException {
        assertThat(checked("{\"accessType\":\"NONE\",\"accessMappings\":[{\"id\":\"1\"}],\"more\":1}")
                        .toString())
                .isEqualTo("{\"accessType\":\"NONE\",\"accessMappings\":[{\"id\":\"1\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"AAA\"]", "[0]", "[[null]]", "[false]", "[null]", "{}", "1"})
    @DisplayName("has objects as mappings, as its document says")
    void refused(String mappings) {
        assertThatThrownBy(() -> checked("{\"accessMappings\":" + mappings + "}"))
                .hasMessageContaining("accessMappings");
    }
}
