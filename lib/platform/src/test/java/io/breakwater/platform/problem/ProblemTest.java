package io.breakwater.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void slugsAndCodesAreUnique() {
        assertThat(Arrays.stream(Problem.values()).map(Problem::slug)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Problem.values()).map(Problem::code)).doesNotHaveDuplicates();
    }

    @Test
    void anHttpStatusFindsAProblemOfThatStatusOrOfItsClass() {
        for (int status = 400; status < 600; status++) {
            Problem problem = Problem.ofStatus(status);
            assertThat(problem.status() / 100).isEqualTo(status / 100);
        }
        assertThat(Problem.ofStatus(418)).isEqualTo(Problem.INVALID_REQUEST);
        assertThat(Problem.ofStatus(502)).isEqualTo(Problem.INTERNAL);
    }
}
