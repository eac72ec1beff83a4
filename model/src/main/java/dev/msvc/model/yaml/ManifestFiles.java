package dev.msvc.model.yaml;

import dev.msvc.model.Place;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Manifests of Kubernetes, in YAML or JSON, as kubectl reads them. */
public final class ManifestFiles {
  private static final int DEEPEST = 200;
  private static final int ALIASES = 200;

  private static final String TEMPLATE =
      "this looks like a template; give what is made of it: --chart DIR, or a pipe into -f -";

  private ManifestFiles() {}

  /**
   * Reads all documents of a file; empty ones are left out, and lists are taken apart.
   *
   * @param file as messages name it
   * @throws UserError with file and line
   */
  public static List<Manifest> read(String file, String text) {
    Trees trees = new Trees();
    List<Manifest> manifests = new ArrayList<>();
    try {
      for (Node node :
          new Yaml(
                  trees,
                  new Representer(new DumperOptions()),
                  new DumperOptions(),
                  trees.options(),
                  new PlainTypes())
              .composeAll(new StringReader(text))) {
        Object tree = trees.of(node);
        if (tree != null) {
          add(file, node, tree, manifests);
        }
      }
    } catch (MarkedYAMLException notYaml) {
      Mark mark = notYaml.getProblemMark();
      throw new UserError(
          "%s:%d: this is no YAML: %s"
              .formatted(file, mark == null ? 1 : mark.getLine() + 1, notYaml.getProblem()),
          text.contains("{{") ? TEMPLATE : "mend the YAML there");
    } catch (YAMLException tooMuch) {
      throw new UserError(
          "%s: this YAML is not read: %s".formatted(file, tooMuch.getMessage()),
          "mend the YAML there");
    }
    return manifests;
  }

  /** A file of these objects, one document each, in this order. */
  public static String write(List<KubeObject> objects) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setSplitLines(false);
    options.setDereferenceAliases(true);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    Yaml yaml =
        new Yaml(
            new SafeConstructor(new LoaderOptions()),
            new Representer(options),
            options,
            new CautiousTypes());
    StringBuilder text = new StringBuilder();
    for (KubeObject each : objects) {
      text.append("---\n").append(yaml.dump(each.content()));
    }
    return text.toString();
  }

  private static void add(String file, Node node, Object tree, List<Manifest> manifests) {
    Place place = new Place(file, node.getStartMark().getLine() + 1);
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(place, "an object of Kubernetes is expected, and this is none");
    }
    KubeObject object = new KubeObject(KubeObject.map(tree));
    if (object.kind().equals("List") && object.at("items") != null) {
      for (NodeTuple each : mapping.getValue()) {
        if (name(each).equals("items") && each.getValueNode() instanceof SequenceNode items) {
          List<Object> trees = object.list("items");
          for (int i = 0; i < trees.size(); i++) {
            add(file, items.getValue().get(i), trees.get(i), manifests);
          }
        }
      }
      return;
    }
    check(place, object);
    Map<String, Integer> lines = new HashMap<>();
    lines(node, "", lines);
    manifests.add(new Manifest(object, place, lines));
  }

  private static void check(Place place, KubeObject object) {
    for (String field : List.of("apiVersion", "kind")) {
      if (object.text(field).isEmpty()) {
        throw wrong(place, "an object of Kubernetes has " + field + ", and this has none");
      }
    }
    if (object.name().isEmpty()) {
      boolean generated = !object.text("metadata", "generateName").isEmpty();
      throw wrong(
          place,
          generated
              ? object.kind()
                  + " has a generateName: what has a new name each time cannot be applied"
              : object.kind() + " has no metadata.name" + braces(object.at("metadata", "name")));
    }
    for (String name : List.of(object.name(), object.namespace())) {
      if (name.contains("{{")) {
        throw new UserError("%s: '%s' is no name".formatted(place, name), TEMPLATE);
      }
      // a path could be made of it that leads elsewhere
      if (name.matches("\\.{1,2}|.*[/%].*")) {
        throw wrong(place, "'%s' is no name: '/' and '%%' cannot be in one".formatted(name));
      }
    }
  }

  /** YAML reads the braces of a template as a map. */
  private static String braces(@Nullable Object name) {
    return name instanceof Map ? "; braces of a template are left in" : "";
  }

  private static UserError wrong(Place place, String message) {
    return new UserError(place + ": " + message, "mend the manifest, or leave the file out");
  }

  private static void lines(Node node, String path, Map<String, Integer> lines) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple each : mapping.getValue()) {
        String below = path.isEmpty() ? name(each) : path + "." + name(each);
        lines.put(below, each.getKeyNode().getStartMark().getLine() + 1);
        lines(each.getValueNode(), below, lines);
      }
    } else if (node instanceof SequenceNode sequence) {
      for (int i = 0; i < sequence.getValue().size(); i++) {
        Node item = sequence.getValue().get(i);
        String below = path + "[" + i + "]";
        lines.put(below, item.getStartMark().getLine() + 1);
        lines(item, below, lines);
      }
    }
  }

  private static String name(NodeTuple entry) {
    return entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
  }

  /** Makes trees of what was composed; refuses what could be made to be enormous. */
  private static final class Trees extends SafeConstructor {
    private final LoaderOptions options;

    Trees() {
      this(limits());
    }

    private Trees(LoaderOptions options) {
      super(options);
      this.options = options;
    }

    private static LoaderOptions limits() {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      options.setMaxAliasesForCollections(ALIASES);
      options.setNestingDepthLimit(DEEPEST);
      // who gives the text has seen to its size
      options.setCodePointLimit(Integer.MAX_VALUE);
      return options;
    }

    LoaderOptions options() {
      return options;
    }

    @Nullable Object of(Node node) {
      return constructDocument(node);
    }
  }

  /**
   * Knows the types that JSON has, as the API's own reader does: a date is a text, and so is a
   * number of base 60.
   */
  private static class PlainTypes extends Resolver {
    private static final Pattern WHOLE =
        Pattern.compile("[-+]?(?:0|[1-9][0-9_]*)|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?0b[01_]+");
    private static final Pattern BROKEN =
        Pattern.compile(
            "[-+]?(?:[0-9][0-9_]*)?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*(?:\\.[0-9]*)?[eE][-+]?[0-9]+|[-+]?[0-9][0-9_]*\\.");

    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
      addImplicitResolver(Tag.INT, WHOLE, "-+0123456789");
      addImplicitResolver(Tag.FLOAT, BROKEN, "-+0123456789.");
      addImplicitResolver(Tag.MERGE, MERGE, "<");
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
    }
  }

  /**
   * Knows every type that some reader of YAML may know, so that texts that look like one are
   * quoted.
   */
  private static final class CautiousTypes extends PlainTypes {
    @Override
    protected void addImplicitResolvers() {
      super.addImplicitResolvers();
      addImplicitResolver(Tag.INT, INT, "-+0123456789");
      addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
      addImplicitResolver(Tag.TIMESTAMP, TIMESTAMP, "0123456789");
      addImplicitResolver(Tag.BOOL, Pattern.compile("[yYnN]"), "yYnN");
    }
  }
}
