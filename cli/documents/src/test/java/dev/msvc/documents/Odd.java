package dev.msvc.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;

/** A monolith whose names are words of the languages that it is exported to. */
final class Odd {
  private Odd() {}

  /** Writes it: an entity for each word, each with its neighbours as part and reference. */
  static void write(Path root, Collection<String> words) throws IOException {
    Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    // types that the sources below name themselves
    taken.addAll(List.of("String", "Long", "List"));
    List<String> names = words.stream().filter(SourceVersion::isName).filter(taken::add).toList();
    Path sources = Files.createDirectories(root.resolve("src/main/java/odd"));
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String next = names.get((i + 1) % names.size());
      String property = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
      Files.writeString(
          sources.resolve(name + ".java"),
          """
          package odd;
          @jakarta.persistence.Entity @jakarta.persistence.Table(name = "t__%s")
          public class %s {
            @jakarta.persistence.Id Long id;
            @jakarta.persistence.OneToMany(orphanRemoval = true)
            java.util.List<%s> %s;
            @jakarta.persistence.ManyToOne %s key;
          }
          """
              .formatted(
                  name,
                  name,
                  next,
                  SourceVersion.isName(property) ? property : property + "_",
                  names.get((i + 2) % names.size())));
    }
    int third = names.size() / 3;
    StringBuilder contexts = new StringBuilder("contexts:\n");
    context(contexts, "context-map", names.subList(0, third));
    context(contexts, "aggregate", names.subList(third, 2 * third));
    context(contexts, "9-lives", names.subList(2 * third, names.size()));
    Files.writeString(root.resolve("msvc.yaml"), contexts);
  }

  private static void context(StringBuilder contexts, String name, List<String> classes) {
    contexts.append("  \"").append(name).append("\":\n    classes:\n");
    classes.forEach(each -> contexts.append("      - \"odd.").append(each).append("\"\n"));
  }
}
