package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Unread;
import dev.msvc.model.yaml.YamlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The documents of OpenAPI and Swagger among the files of a system. */
final class ApiDocuments {
  private static final Set<String> EXTENSIONS = Set.of("yaml", "yml", "json");

  // most files of these kinds are something else, and need not be parsed to see that
  private static final Pattern YAML =
      Pattern.compile("(?m)^[\"']?(?:openapi|swagger)[\"']?\\s*:\\s*[\"']?[23]");
  private static final Pattern JSON =
      Pattern.compile("[{,]\\s*\"(?:openapi|swagger)\"\\s*:\\s*\"[23]");

  private final Map<String, ResourceFile> files = new HashMap<>();
  private final Map<String, YamlTree> trees = new HashMap<>();
  private final List<ApiDocument> all = new ArrayList<>();
  private final List<Unread> broken = new ArrayList<>();

  ApiDocuments(Sources sources) {
    for (ResourceFile each : sources.resources()) {
      if (EXTENSIONS.contains(each.extension())) {
        files.put(each.file(), each);
      }
    }
    for (ResourceFile each : sources.resources()) {
      if (files.containsKey(each.file()) && mayBe(each.text())) {
        ApiDocument read = ApiDocument.of(tree(each), each.file(), each.module(), this::other);
        if (read != null && !read.operations().isEmpty()) {
          all.add(read);
        }
      }
    }
    trees.clear();
    files.clear();
  }

  /** Sorted by file. */
  List<ApiDocument> all() {
    return all;
  }

  /** Those that are no YAML or JSON. */
  List<Unread> broken() {
    return broken;
  }

  private static boolean mayBe(String text) {
    return (text.stripLeading().startsWith("{") ? JSON : YAML).matcher(text).find();
  }

  private @Nullable YamlTree other(String from, String reference) {
    ResourceFile file = files.get(reference.isEmpty() ? from : ApiDocument.beside(from, reference));
    return file == null ? null : tree(file);
  }

  private YamlTree tree(ResourceFile file) {
    YamlTree known = trees.get(file.file());
    if (known == null) {
      try {
        List<YamlTree> documents = SpringSettings.unbuilt(file);
        known = documents.isEmpty() ? new YamlTree.Scalar("", 0) : documents.get(0);
      } catch (YamlTree.Malformed malformed) {
        broken.add(new Unread(file.file(), malformed.line(), malformed.reason()));
        known = new YamlTree.Scalar("", 0);
      }
      trees.put(file.file(), known);
    }
    return known;
  }
}
