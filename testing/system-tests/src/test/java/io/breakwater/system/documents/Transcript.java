package io.breakwater.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What came of the blocks of one document. */
record Transcript(List<Block> blocks) {

    /**
     * @param failed commands that failed, each with its exit code in front
     * @param exit of the last command; null when the block never ended
     */
    record Block(Fence fence, String output, List<String> failed, Integer exit) {}

    static Transcript of(List<Fence> fences, String output) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < fences.size(); i++) {
            blocks.add(block(fences.get(i), i, output));
        }
        return new Transcript(blocks);
    }

    private static Block block(Fence fence, int number, String all) {
        StringBuilder output = new StringBuilder();
        List<String> failed = new ArrayList<>();
        Integer exit = null;
        boolean inside = false;
        for (String line : all.lines().toList()) {
            if (line.equals(Script.BEGIN + number)) {
                inside = true;
            } else if (inside && line.startsWith(Script.END + number + " ")) {
                exit = Integer.valueOf(line.substring((Script.END + number + " ").length()));
                break;
            } else if (inside && line.startsWith(Script.FAILED)) {
                failed.add(line.substring(Script.FAILED.length()));
            } else if (inside) {
                output.append(line).append('\n');
            }
        }
        return new Block(fence, output.toString(), failed, exit);
    }

    /** Each block did what its info string says; else the message has what it printed. */
    void assertAsDocumented() {
        for (Block block : blocks) {
            String what = block.fence() + "\n" + block.fence().text() + "printed:\n" + block.output();
            assertThat(block.exit()).as(what).isEqualTo(block.fence().exit());
            assertThat(block.failed()).as(what).hasSize(block.fence().exit() == 0 ? 0 : 1);
            block.fence()
                    .prints()
                    .ifPresent(text -> assertThat(block.output()).as(what).contains(text));
        }
    }
}
