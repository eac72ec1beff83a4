package dev.msvc.model.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The comments of a YAML text, by the paths of what they stand at, and its tree as it is written.
 */
final class KeptComments {
  private final Map<String, List<String>> before;
  private final Map<String, String> inline;
  private final @Nullable Object tree;

  private KeptComments(
      Map<String, List<String>> before, Map<String, String> inline, @Nullable Object tree) {
    this.before = before;
    this.inline = inline;
    this.tree = tree;
  }

  /**
   * Those of a text that has been read without error.
   *
   * @param header lines of the file's own that are no comments of the user's
   * @param names what contexts are called now, by what the text calls them
   */
  static KeptComments of(String text, List<String> header, Map<String, String> names) {
    LoaderOptions options = new LoaderOptions();
    options.setProcessComments(true);
    options.setCodePointLimit(Integer.MAX_VALUE);
    Node root = new Yaml(options).compose(new StringReader(text));
    KeptComments kept = new KeptComments(new TreeMap<>(), new TreeMap<>(), null);
    if (root == null) {
      return kept;
    }
    Object tree = renamed(tree(root), names);
    kept.collect(root, tree, YamlPaths.ROOT);
    kept.before.values().forEach(each -> each.removeIf(header::contains));
    // a blank line that stood below the header
    List<String> top = kept.before.get(YamlPaths.of(YamlPaths.ROOT, "schema"));
    while (top != null && !top.isEmpty() && top.get(0).isEmpty()) {
      top.remove(0);
    }
    return new KeptComments(kept.before, kept.inline, tree);
  }

  /** What is written, as {@link BlockYaml} writes it again; null for an empty text. */
  @Nullable Object tree() {
    return tree;
  }

  /** Whether the user wrote a comment at a path or below it. */
  boolean isAnyAt(String path) {
    return before.entrySet().stream()
            .anyMatch(
                each ->
                    isWithin(each.getKey(), path)
                        && each.getValue().stream().anyMatch(line -> !line.isEmpty()))
        || inline.keySet().stream().anyMatch(each -> isWithin(each, path));
  }

  private static boolean isWithin(String path, String around) {
    return path.equals(around) || path.startsWith(around + "\n");
  }

  /** The same, with those of paths that are no more at the nearest one around them. */
  KeptComments within(Set<String> paths) {
    Map<String, List<String>> moved = new TreeMap<>();
    before.forEach(
        (path, lines) ->
            moved.computeIfAbsent(nearest(path, paths), at -> new ArrayList<>()).addAll(lines));
    Map<String, String> stay = new TreeMap<>();
    inline.forEach(
        (path, comment) -> {
          if (paths.contains(path)) {
            stay.put(path, comment);
          } else {
            moved.computeIfAbsent(nearest(path, paths), at -> new ArrayList<>()).add(comment);
          }
        });
    return new KeptComments(moved, stay, tree);
  }

  private static String nearest(String path, Set<String> paths) {
    String at = path;
    while (!paths.contains(at)) {
      at = at.substring(0, Math.max(0, at.lastIndexOf('\n')));
    }
    return at;
  }

  /** Lines before what stands at a path. */
  List<String> before(String path) {
    return before.getOrDefault(path, List.of());
  }

  /** What stands behind it in its line, with a space before it; empty for nothing. */
  String inline(String path) {
    String comment = inline.get(path);
    return comment == null ? "" : " " + comment;
  }

  private static Object tree(Node node) {
    if (node instanceof MappingNode mapping) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (NodeTuple each : mapping.getValue()) {
        map.put(key(each), tree(each.getValueNode()));
      }
      return mapping.getFlowStyle() == FlowStyle.FLOW ? new BlockYaml.Flow(map) : map;
    }
    if (node instanceof SequenceNode sequence) {
      List<Object> list = new ArrayList<>();
      sequence.getValue().forEach(each -> list.add(tree(each)));
      return sequence.getFlowStyle() == FlowStyle.FLOW ? new BlockYaml.Flow(list) : list;
    }
    ScalarNode scalar = (ScalarNode) node;
    return scalar.getScalarStyle() == ScalarStyle.PLAIN
        ? new BlockYaml.Plain(scalar.getValue())
        : scalar.getValue();
  }

  private static String key(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** Contexts called as they are today. */
  private static Object renamed(Object tree, Map<String, String> names) {
    if (tree instanceof Map<?, ?> map) {
      Map<Object, Object> renamed = new LinkedHashMap<>();
      map.forEach(
          (key, value) -> {
            String name = key.equals("context") ? names.get(value.toString()) : null;
            renamed.put(key, name != null ? name : renamed(value, names));
          });
      return renamed;
    }
    if (tree instanceof BlockYaml.Flow flow) {
      return new BlockYaml.Flow(renamed(flow.value(), names));
    }
    if (tree instanceof List<?> list) {
      return list.stream().map(each -> renamed(each, names)).toList();
    }
    return tree;
  }

  private void collect(Node node, Object value, String path) {
    Object shown = value instanceof BlockYaml.Flow flow ? flow.value() : value;
    add(path, node);
    if (node instanceof MappingNode mapping && shown instanceof Map<?, ?> map) {
      boolean first = path.contains("\n");
      List<CommentLine> behind = List.of();
      for (NodeTuple each : mapping.getValue()) {
        String at = YamlPaths.of(path, key(each));
        // what stands before the first key of a list's item stands before the item
        Node name = each.getKeyNode();
        before(at, behind);
        before(first && isItem(map) ? path : at, name.getBlockComments());
        inline(at, name.getInLineComments());
        first = false;
        Object nested = map.get(key(each));
        if (nested != null) {
          collect(each.getValueNode(), nested, at);
        }
        behind = inLine(each.getValueNode(), false);
      }
      before(YamlPaths.of(path, "end"), behind);
    } else if (node instanceof SequenceNode sequence && shown instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        Object item = list.get(i);
        collect(sequence.getValue().get(i), item, YamlPaths.item(path, item, i));
      }
    }
  }

  private static boolean isItem(Map<?, ?> map) {
    return !map.isEmpty() && YamlPaths.NAMING.contains(map.keySet().iterator().next());
  }

  private void add(String path, Node node) {
    before(path, node.getBlockComments());
    inline(path, inLine(node, true));
    before(path.isEmpty() ? path : YamlPaths.of(path, "end"), node.getEndComments());
  }

  /**
   * Those in the line where a node begins; or below it, as the library has it of a text of lines.
   */
  private static List<CommentLine> inLine(Node node, boolean there) {
    List<CommentLine> all = node.getInLineComments();
    boolean lines =
        node instanceof ScalarNode scalar
            && (scalar.getScalarStyle() == ScalarStyle.LITERAL
                || scalar.getScalarStyle() == ScalarStyle.FOLDED);
    int begin = node.getStartMark().getLine();
    return all == null
        ? List.of()
        : all.stream()
            .filter(each -> there == (!lines || each.getStartMark().getLine() == begin))
            .toList();
  }

  private void before(String path, @Nullable List<CommentLine> comments) {
    if (comments != null) {
      for (CommentLine each : comments) {
        String line = each.getCommentType() == CommentType.BLANK_LINE ? "" : "#" + each.getValue();
        before.computeIfAbsent(path, at -> new ArrayList<>()).add(line);
      }
    }
  }

  private void inline(String path, @Nullable List<CommentLine> comments) {
    if (comments != null) {
      for (CommentLine each : comments) {
        inline.merge(path, "#" + each.getValue(), (one, other) -> one + " " + other);
      }
    }
  }
}
