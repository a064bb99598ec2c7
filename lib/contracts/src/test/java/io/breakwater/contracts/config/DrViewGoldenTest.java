package io.breakwater.contracts.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.event.EventCodec;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Views as versions of config-service wrote them, which must be readable for ever. */
class DrViewGoldenTest {

    @Test
    void anObjectWithoutAMicrotenantBelongsToTheDefaultOne() throws IOException {
        DrView view = read("dr-view.1.json");

        assertThat(view.appConnectorGroups())
                .extracting(GroupConf::microtenantId)
                .containsExactly("0");
        assertThat(view.serviceEdgeGroups())
                .extracting(GroupConf::microtenantId)
                .containsExactly("0");
        assertThat(view.segmentGroups())
                .extracting(SegmentGroupConf::microtenantId)
                .containsExactly("0");
        assertThat(view.servers()).extracting(ServerConf::microtenantId).containsExactly("0");
        assertThat(view.serverGroups())
                .extracting(ServerGroupConf::microtenantId)
                .containsExactly("0");
        assertThat(view.applicationSegments().get(0).sharedWithMicrotenants()).isEmpty();
        assertThat(view.drSettings().domain()).isEqualTo("dr.example.com");
    }

    @Test
    void everyObjectSaysWhoseItIsAndASegmentWhoElseSeesIt() throws IOException {
        DrView view = read("dr-view.2-microtenants.json");

        assertThat(view.appConnectorGroups())
                .extracting(GroupConf::microtenantId)
                .containsExactly("7");
        assertThat(view.serviceEdgeGroups())
                .extracting(GroupConf::microtenantId)
                .containsExactly("7");
        assertThat(view.segmentGroups())
                .extracting(SegmentGroupConf::microtenantId)
                .containsExactly("7");
        assertThat(view.servers()).extracting(ServerConf::microtenantId).containsExactly("7");
        assertThat(view.serverGroups())
                .extracting(ServerGroupConf::microtenantId)
                .containsExactly("7");
        ApplicationSegmentConf segment = view.applicationSegments().get(0);
        assertThat(segment.microtenantId()).isEqualTo("7");
        assertThat(segment.sharedWithMicrotenants()).isEqualTo(List.of("8", "9"));
    }

    @Test
    void theNewestFormIsWrittenAgainAsItWas() throws IOException {
        byte[] written = EventCodec.mapper().writeValueAsBytes(read("dr-view.2-microtenants.json"));

        assertThat(EventCodec.mapper().readTree(written))
                .isEqualTo(EventCodec.mapper().readTree(open("dr-view.2-microtenants.json")));
    }

    private static DrView read(String file) throws IOException {
        return EventCodec.mapper().readValue(open(file), DrView.class);
    }

    private static InputStream open(String file) {
        return DrViewGoldenTest.class.getResourceAsStream("/golden-views/" + file);
    }
}
