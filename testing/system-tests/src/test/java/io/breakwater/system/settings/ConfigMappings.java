package io.breakwater.system.settings;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads {@code @ConfigMapping} interfaces from sources with the compiler's own parser, so that names, defaults and Javadoc are the real ones. */
final class ConfigMappings {
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@(?:code|link)\\s+([^}]*)}");

    /** The compiler prints everything beyond ASCII so. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private final DocTrees docs;
    private final Map<String, ClassTree> types = new HashMap<>();
    private final Map<Tree, TreePath> paths = new HashMap<>();
    private final List<ClassTree> roots = new ArrayList<>();

    private ConfigMappings(JavacTask task) throws IOException {
        this.docs = DocTrees.instance(task);
        for (CompilationUnitTree unit : task.parse()) {
            TreePath unitPath = new TreePath(unit);
            for (Tree type : unit.getTypeDecls()) {
                if (type instanceof ClassTree) {
                    index((ClassTree) type, new TreePath(unitPath, type));
                }
            }
        }
    }

    /** The settings of those sources, in the order of the sources. */
    static List<Setting> read(List<Path> sources) throws IOException {
        if (sources.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            return new ConfigMappings(task).settings();
        }
    }

    private void index(ClassTree type, TreePath path) {
        paths.put(type, path);
        types.put(type.getSimpleName().toString(), type);
        if (annotation(type.getModifiers().getAnnotations(), "ConfigMapping").isPresent()) {
            roots.add(type);
        }
        for (Tree member : type.getMembers()) {
            if (member instanceof ClassTree) {
                index((ClassTree) member, new TreePath(path, member));
            } else {
                paths.put(member, new TreePath(path, member));
            }
        }
    }

    private List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (ClassTree root : roots) {
            String prefix = annotation(root.getModifiers().getAnnotations(), "ConfigMapping")
                    .flatMap(mapping -> argument(mapping, "prefix"))
                    .orElseThrow();
            addAll(settings, prefix, root);
        }
        return settings;
    }

    private void addAll(List<Setting> settings, String prefix, ClassTree type) {
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree
                    && ((MethodTree) member).getBody() == null
                    && ((MethodTree) member).getParameters().isEmpty()) {
                add(settings, prefix, type, (MethodTree) member);
            }
        }
    }

    private void add(List<Setting> settings, String prefix, ClassTree owner, MethodTree method) {
        List<? extends AnnotationTree> annotations = method.getModifiers().getAnnotations();
        String own = annotation(annotations, "WithName")
                .flatMap(name -> argument(name, "value"))
                .orElseGet(() -> kebab(method.getName().toString()));
        String name = annotation(annotations, "WithParentName").isPresent() ? prefix : prefix + "." + own;
        Tree type = method.getReturnType();
        if (isMap(type)) {
            name += ".\"<name>\"";
            type = ((ParameterizedTypeTree) type).getTypeArguments().get(1);
        }
        ClassTree group = group(owner, bare(type));
        if (group != null && group.getKind() == Tree.Kind.INTERFACE) {
            addAll(settings, name, group);
            return;
        }
        String defaultValue = annotation(annotations, "WithDefault")
                .flatMap(value -> argument(value, "value"))
                .orElse(null);
        settings.add(new Setting(name, type.toString(), defaultValue, meaning(method)));
    }

    /** A type of that name: the owner's own, else any of the module's. */
    private ClassTree group(ClassTree owner, String name) {
        return owner.getMembers().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(member -> member.getSimpleName().contentEquals(name))
                .findFirst()
                .orElseGet(() -> types.get(name));
    }

    private String meaning(Tree member) {
        DocCommentTree comment = docs.getDocCommentTree(paths.get(member));
        if (comment == null) {
            return "";
        }
        String text = comment.getFullBody().stream().map(Object::toString).collect(Collectors.joining());
        text = INLINE_TAG
                .matcher(text)
                .replaceAll(tag -> Matcher.quoteReplacement("`" + tag.group(1).strip() + "`"));
        text = ESCAPE.matcher(text)
                .replaceAll(
                        code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
        return text.replaceAll("\\s+", " ").strip();
    }

    private static boolean isMap(Tree type) {
        return type instanceof ParameterizedTypeTree
                && ((ParameterizedTypeTree) type).getType().toString().equals("Map");
    }

    private static String bare(Tree type) {
        if (type instanceof ParameterizedTypeTree
                && ((ParameterizedTypeTree) type).getType().toString().equals("Optional")) {
            return ((ParameterizedTypeTree) type).getTypeArguments().get(0).toString();
        }
        return type.toString();
    }

    private static Optional<AnnotationTree> annotation(List<? extends AnnotationTree> annotations, String name) {
        return annotations.stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
                .map(AnnotationTree.class::cast)
                .findFirst();
    }

    private static Optional<String> argument(AnnotationTree annotation, String name) {
        for (ExpressionTree argument : annotation.getArguments()) {
            if (argument instanceof AssignmentTree
                    && ((AssignmentTree) argument).getVariable().toString().equals(name)) {
                return text(((AssignmentTree) argument).getExpression());
            }
            if (argument instanceof LiteralTree && name.equals("value")) {
                return text(argument);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(ExpressionTree value) {
        return value instanceof LiteralTree
                ? Optional.of(((LiteralTree) value).getValue().toString())
                : Optional.empty();
    }

    /** SmallRye Config's default naming: {@code maxBodySize} is {@code max-body-size}. */
    static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
