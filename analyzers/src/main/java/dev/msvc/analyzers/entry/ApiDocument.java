package dev.msvc.analyzers.entry;

import dev.msvc.model.yaml.YamlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A document of OpenAPI 3 or Swagger 2, from which interfaces are generated while a system is
 * built.
 *
 * @param title camel case, as it stands in the name of the generated setting of the base path
 * @param serverPath the path of its first server, or its base path; empty for none
 * @param operations by the names that generators give to their methods
 */
record ApiDocument(
    String file,
    String module,
    String title,
    String serverPath,
    Map<String, List<Operation>> operations) {
  private static final Set<String> VERBS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final Pattern VERSION = Pattern.compile("[23]\\..*|2|3");
  private static final Pattern HOST = Pattern.compile("^(?:[^/]*:)?//[^/]*");
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{Alnum}$]+");
  private static final int REFERENCES = 5;

  /**
   * An operation.
   *
   * @param path as the document says it, without that of the server
   * @param groups its tags and the first part of its path: interfaces are named after one of these
   */
  record Operation(String verb, String path, Set<String> groups) {
    /** So many parameters its method has at least. */
    int variables() {
      return (int) VARIABLE.matcher(path).results().count();
    }

    /** Whether the name of an interface is made of one of the groups. */
    boolean isOf(String simpleName) {
      String name = plain(simpleName);
      return groups.stream().anyMatch(each -> name.startsWith(plain(each)));
    }

    private static String plain(String name) {
      return BETWEEN_WORDS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The document in a tree of YAML or JSON; null where it is none.
   *
   * @param others the tree of another file that one refers to, null where there is none
   */
  static @Nullable ApiDocument of(
      YamlTree tree,
      String file,
      String module,
      BiFunction<String, String, @Nullable YamlTree> others) {
    String version = text(tree, "openapi");
    if (version.isEmpty()) {
      version = text(tree, "swagger");
    }
    if (!VERSION.matcher(version).matches()) {
      return null;
    }
    Map<String, List<Operation>> operations = new LinkedHashMap<>();
    YamlTree paths = at(tree, "paths");
    String root = text(paths, "x-codegen-contextRoot");
    entries(paths)
        .forEach(
            (path, item) -> {
              if (path.startsWith("/")) {
                operations(HttpPath.of(root, path), path, referred(item, file, others), operations);
              }
            });
    String title = camelCase(text(at(tree, "info"), "title").replaceFirst("(?i)[ -]*API$", ""));
    return new ApiDocument(file, module, title, serverPath(tree), operations);
  }

  private static void operations(
      String path, String own, YamlTree item, Map<String, List<Operation>> to) {
    entries(item)
        .forEach(
            (verb, operation) -> {
              if (VERBS.contains(verb)) {
                String id = text(operation, "operationId");
                String method = camelCase(id.isEmpty() ? unnamed(own, verb) : id);
                Operation made =
                    new Operation(verb.toUpperCase(Locale.ROOT), path, groups(own, operation));
                to.computeIfAbsent(method, any -> new ArrayList<>(1)).add(made);
              }
            });
  }

  /** Without an id of its own an operation is called after its path and verb. */
  private static String unnamed(String path, String verb) {
    return (path.equals("/") ? "root" : path) + "/" + verb;
  }

  private static Set<String> groups(String path, YamlTree operation) {
    String first = path.substring(1).split("/", 2)[0];
    List<String> groups = new ArrayList<>();
    if (at(operation, "tags") instanceof YamlTree.Sequence tags) {
      for (YamlTree each : tags.items()) {
        if (each instanceof YamlTree.Scalar tag) {
          groups.add(tag.text());
        }
      }
    }
    groups.add(first.isEmpty() || first.startsWith("{") ? "default" : first);
    groups.removeIf(each -> Operation.plain(each).isEmpty());
    return Set.copyOf(groups);
  }

  /** What a path's own {@code $ref} leads to, in another file or at another path. */
  private static YamlTree referred(
      YamlTree item, String file, BiFunction<String, String, @Nullable YamlTree> others) {
    YamlTree each = item;
    String in = file;
    for (int i = 0; i < REFERENCES; i++) {
      String reference = text(each, "$ref");
      if (reference.isEmpty()) {
        return each;
      }
      int hash = reference.indexOf('#');
      String other = hash < 0 ? reference : reference.substring(0, hash);
      YamlTree found = others.apply(in, other);
      if (hash >= 0) {
        for (String name : reference.substring(hash + 1).split("/")) {
          found =
              name.isEmpty() || found == null
                  ? found
                  : at(found, name.replace("~1", "/").replace("~0", "~"));
        }
      }
      if (found == null) {
        return each;
      }
      in = other.isEmpty() ? in : beside(in, other);
      each = found;
    }
    return each;
  }

  /** A file by its path relative to another. */
  static String beside(String file, String other) {
    List<String> parts = new ArrayList<>(List.of(file.split("/")));
    parts.remove(parts.size() - 1);
    for (String each : other.split("/")) {
      if (each.equals("..") && !parts.isEmpty()) {
        parts.remove(parts.size() - 1);
      } else if (!each.equals(".") && !each.equals("..")) {
        parts.add(each);
      }
    }
    return String.join("/", parts);
  }

  private static String serverPath(YamlTree tree) {
    String path = text(tree, "basePath");
    if (at(tree, "servers") instanceof YamlTree.Sequence servers && !servers.items().isEmpty()) {
      YamlTree first = servers.items().get(0);
      YamlTree variables = at(first, "variables");
      path =
          VARIABLE
              .matcher(text(first, "url"))
              .replaceAll(
                  each -> Matcher.quoteReplacement(text(at(variables, each.group(1)), "default")));
      path = HOST.matcher(path).replaceFirst("");
    }
    return !path.startsWith("/") || path.equals("/") ? "" : HttpPath.open(path);
  }

  /** {@code list-pets} and {@code ListPets} are {@code listPets}. */
  static String camelCase(String words) {
    StringBuilder name = new StringBuilder();
    for (String each : BETWEEN_WORDS.split(words.strip())) {
      if (!each.isEmpty()) {
        char first = each.charAt(0);
        name.append(name.isEmpty() ? Character.toLowerCase(first) : Character.toUpperCase(first))
            .append(each, 1, each.length());
      }
    }
    return name.toString();
  }

  private static @Nullable YamlTree at(@Nullable YamlTree tree, String name) {
    return entries(tree).get(name);
  }

  private static Map<String, YamlTree> entries(@Nullable YamlTree tree) {
    return tree instanceof YamlTree.Mapping mapping ? mapping.entries() : Map.of();
  }

  private static String text(@Nullable YamlTree tree, String name) {
    return at(tree, name) instanceof YamlTree.Scalar scalar ? scalar.text() : "";
  }
}
