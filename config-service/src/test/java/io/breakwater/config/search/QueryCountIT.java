package io.breakwater.config.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list answers in the same number of queries, whatever the page. */
@RunningConfigService
class QueryCountIT {
    private static final int OBJECTS = 4;
    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");

    private final CountingHandler handler = new CountingHandler();
    private Tenant tenant;
    private Level level;

    private static final class CountingHandler extends Handler {
        private final AtomicInteger statements = new AtomicInteger();

        @Override
        public void publish(LogRecord statement) {
            statements.incrementAndGet();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
        for (int i = 0; i < OBJECTS; i++) {
            String connectorGroup = tenant.create("appConnectorGroup", Bodies.connectorGroup());
            String segmentGroup = tenant.create("segmentGroup", Bodies.segmentGroup());
            String serverGroup = tenant.create("serverGroup", Bodies.serverGroup(connectorGroup));
            tenant.create("application", Bodies.application(segmentGroup, serverGroup));
        }
        level = SQL.getLevel();
        SQL.setLevel(Level.ALL);
        SQL.setUseParentHandlers(false);
        SQL.addHandler(handler);
    }

    @AfterEach
    void stopCounting() {
        SQL.removeHandler(handler);
        SQL.setUseParentHandlers(true);
        SQL.setLevel(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"appConnectorGroup", "segmentGroup", "serverGroup", "application"})
    void isTheSameForOneObjectAndForAll(String resource) {
        int forOne = statementsOf(resource + "?pagesize=1");
        int forAll = statementsOf(resource + "?pagesize=500");
        assertThat(forOne).isPositive();
        assertThat(forAll).isEqualTo(forOne).isLessThanOrEqualTo(9);
    }

    private int statementsOf(String list) {
        handler.statements.set(0);
        tenant.get(list).statusCode(200).body("totalCount", equalTo(Integer.toString(OBJECTS)));
        return handler.statements.get();
    }
}
