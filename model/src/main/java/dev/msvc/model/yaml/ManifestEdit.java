package dev.msvc.model.yaml;

import dev.msvc.model.UserError;
import dev.msvc.model.kube.Manifest;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Sets whole numbers in a file of manifests where they stand: all else stays byte for byte,
 * comments and form included.
 */
public final class ManifestEdit {
  private final String file;
  private final String text;

  private ManifestEdit(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /** A number that stands somewhere, and the other one; places count characters. */
  private record Place(int from, int to, int number) {}

  /**
   * The text with other numbers.
   *
   * @param file as messages name it
   * @param text as {@link ManifestFiles} read it
   * @param manifest which object of it
   * @param numbers by JSON Pointer within the object
   * @throws UserError where one of them is not written there as a plain number
   */
  public static String with(
      String file, String text, Manifest manifest, SortedMap<String, Integer> numbers) {
    return new ManifestEdit(file, text).edited(manifest, numbers);
  }

  private String edited(Manifest manifest, SortedMap<String, Integer> numbers) {
    Node root = root(manifest.place().line());
    List<Place> places = new ArrayList<>();
    numbers.forEach((pointer, number) -> places.add(place(root, pointer, number)));
    // from the end, so that places before it stay what they are
    places.sort(Comparator.comparing(Place::from).reversed());
    StringBuilder edited = new StringBuilder(text);
    for (Place each : places) {
      edited.replace(each.from(), each.to(), String.valueOf(each.number()));
    }
    return edited.toString();
  }

  /** The object that begins in a line. */
  private Node root(int line) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    List<Node> found = new ArrayList<>();
    for (Node each : new Yaml(options).composeAll(new StringReader(text))) {
      for (Node object : objects(each)) {
        if (object.getStartMark().getLine() + 1 == line) {
          found.add(object);
        }
      }
    }
    if (found.size() != 1) {
      throw wrong(line, "two objects begin in one line", "write each in lines of its own");
    }
    return found.get(0);
  }

  /** A document, or the items of a list. */
  private static List<Node> objects(Node document) {
    Node items = child(document, "items");
    Node kind = child(document, "kind");
    return items instanceof SequenceNode list
            && kind instanceof ScalarNode scalar
            && scalar.getValue().equals("List")
        ? list.getValue()
        : List.of(document);
  }

  private Place place(Node root, String pointer, int number) {
    Node node = root;
    for (String key : pointer.substring(1).split("/", -1)) {
      Node inner = child(node, key);
      if (inner == null) {
        throw wrong(
            node.getStartMark().getLine() + 1,
            "'%s' is not written there".formatted(key),
            "write %s: 0 or %s: 100 there, so that it can be set".formatted(key, key));
      }
      if (inner.getStartMark().getIndex() < node.getStartMark().getIndex()
          || inner.getEndMark().getIndex() > node.getEndMark().getIndex()) {
        throw wrong(
            node.getStartMark().getLine() + 1,
            "'%s' is an alias of something elsewhere".formatted(key),
            "write it out there: what others share cannot be set for one of them");
      }
      node = inner;
    }
    // marks count characters, some of which are two in Java
    int from = text.offsetByCodePoints(0, node.getStartMark().getIndex());
    int to = text.offsetByCodePoints(0, node.getEndMark().getIndex());
    if (!text.substring(from, to).matches("\\d{1,9}")) {
      throw wrong(
          node.getStartMark().getLine() + 1,
          "'%s' is no plain number".formatted(text.substring(from, Math.min(to, from + 40))),
          "write it as a number there; what Helm, Kustomize or an anchor makes of it cannot be"
              + " set");
    }
    return new Place(from, to, number);
  }

  private static @Nullable Node child(Node node, String key) {
    if (node instanceof SequenceNode list) {
      int index = key.matches("\\d{1,6}") ? Integer.parseInt(key) : -1;
      return index >= 0 && index < list.getValue().size() ? list.getValue().get(index) : null;
    }
    if (node instanceof MappingNode mapping) {
      for (NodeTuple each : mapping.getValue()) {
        if (each.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return each.getValueNode();
        }
      }
    }
    return null;
  }

  private UserError wrong(int line, String message, String hint) {
    return new UserError("%s:%d: %s".formatted(file, line, message), hint);
  }
}
