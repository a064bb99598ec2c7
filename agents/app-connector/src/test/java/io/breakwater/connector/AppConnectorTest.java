package io.breakwater.connector;

import io.breakwater.agent.operator.OperatorQuestions;
import io.quarkus.test.junit.QuarkusTest;

/** The process as it starts with nothing around it. */
@QuarkusTest
class AppConnectorTest extends OperatorQuestions {
    AppConnectorTest() {
        super("assistant");
    }
}
