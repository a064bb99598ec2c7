package io.breakwater.edge;

import io.breakwater.agent.operator.OperatorQuestions;
import io.quarkus.test.junit.QuarkusTest;

/** The process as it starts with nothing around it. */
@QuarkusTest
class ServiceEdgeTest extends OperatorQuestions {
    ServiceEdgeTest() {
        super("zpn");
    }
}
