package io.breakwater.system.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the fenced code blocks of Markdown. Stateless. */
final class Fences {
    private static final Pattern FENCE = Pattern.compile("^( *)(`{3,}|~{3,})(.*)$");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");

    private Fences() {}

    /** The documents of the checkout, paths below it, in order. */
    static List<String> documents(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(root::relativize)
                    .filter(file -> Stream.of("target", "node_modules", ".breakwater", ".git")
                            .noneMatch(part -> contains(file, part)))
                    .map(file -> file.toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks of one document, in order. */
    static List<Fence> of(Path root, String document) {
        try {
            return read(document, Files.readString(root.resolve(document)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Fence> read(String document, String markdown) {
        List<Fence> fences = new ArrayList<>();
        List<String> lines = markdown.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher open = FENCE.matcher(lines.get(i));
            if (!open.matches()) {
                continue;
            }
            int first = i + 1;
            StringBuilder text = new StringBuilder();
            while (++i < lines.size() && !closes(lines.get(i), open.group(2))) {
                text.append(withoutIndent(lines.get(i), open.group(1).length())).append('\n');
            }
            fences.add(fence(document, first, open.group(3).strip(), text.toString()));
        }
        return fences;
    }

    private static Fence fence(String document, int line, String info, String text) {
        String[] words = info.split("\\s+", 2);
        return new Fence(document, line, words[0], words.length < 2 ? Map.of() : attributes(words[1]), text);
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(text);
        while (matcher.find()) {
            attributes.put(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2));
        }
        return attributes;
    }

    private static boolean closes(String line, String fence) {
        String stripped = line.strip();
        return stripped.length() >= fence.length()
                && stripped.replace(fence.substring(0, 1), "").isEmpty();
    }

    private static String withoutIndent(String line, int indent) {
        int spaces = 0;
        while (spaces < indent && spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return line.substring(spaces);
    }

    private static boolean contains(Path file, String part) {
        return Stream.iterate(0, i -> i < file.getNameCount(), i -> i + 1)
                .anyMatch(i -> file.getName(i).toString().equals(part));
    }
}
