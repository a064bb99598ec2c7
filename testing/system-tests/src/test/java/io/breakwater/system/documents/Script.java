package io.breakwater.system.documents;

import java.nio.file.Path;
import java.util.List;

/**
 * The blocks of a document as one bash script, so that what one block sets the next one has. Marks where each begins and ends, and each
 * command that failed. Stateless.
 */
final class Script {
    static final String BEGIN = "@@begin ";
    static final String FAILED = "@@failed ";
    static final String END = "@@end ";

    /** How long a command that serves may take to be ready, and then to end. */
    private static final int PATIENCE_SECONDS = 300;

    private Script() {}

    static String of(List<Fence> fences, Path output) {
        StringBuilder script = new StringBuilder("""
                exec 2>&1
                set -m -o pipefail
                trap 'printf "\\n%s%%s %%s\\n" "$?" "$BASH_COMMAND"' ERR
                """.formatted(FAILED));
        for (int i = 0; i < fences.size(); i++) {
            Fence fence = fences.get(i);
            script.append("echo '").append(BEGIN).append(i).append("'\n");
            script.append(fence.interruptedAfter().isPresent() ? interrupted(fence, output) : fence.text());
            // On a line of its own, also after a command that ends without a line feed.
            script.append("printf '\\n%s%d %s\\n' '")
                    .append(END)
                    .append("' ")
                    .append(i)
                    .append(" $?\n");
        }
        return script.toString();
    }

    private static String interrupted(Fence fence, Path output) {
        return """
                (
                %s
                ) > '%s' 2>&1 &
                until grep -q -F -e '%s' '%s'; do
                  kill -0 $! 2>/dev/null && [ $SECONDS -lt $((started = ${started:-$SECONDS}, started + %d)) ] || break
                  sleep 0.2
                done
                unset started
                kill -INT -$! 2>/dev/null
                wait $! || [ $? -eq 130 ]
                cat '%s'
                """.formatted(
                fence.text().strip(), output, fence.interruptedAfter().orElseThrow(), output, PATIENCE_SECONDS, output);
    }
}
