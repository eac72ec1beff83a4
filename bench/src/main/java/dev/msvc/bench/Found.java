package dev.msvc.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.msvc.bench.truth.Access;
import dev.msvc.bench.truth.Paths;
import dev.msvc.bench.truth.Placed;
import dev.msvc.bench.truth.Route;
import dev.msvc.bench.truth.Transacted;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The facts that {@code analyze} wrote, in the words of the oracles. */
final class Found {
  private static final Set<String> READS = Set.of("select");

  private final JsonNode analysis;

  /** Top-level types, for nested ones. */
  private final SortedSet<String> topLevel = new TreeSet<>();

  Found(JsonNode analysis) {
    this.analysis = analysis;
    for (JsonNode type : analysis.path("types")) {
      if (type.path("topLevel").asBoolean()) {
        topLevel.add(type.path("name").asText());
      }
    }
  }

  /** With their kinds. */
  SortedMap<Edge, String> dependencies() {
    SortedMap<Edge, String> found = new TreeMap<>();
    for (JsonNode each : analysis.path("dependencies")) {
      found.put(
          new Edge(each.path("from").asText(), each.path("to").asText()),
          each.path("kinds").toString());
    }
    return found;
  }

  SortedSet<String> tables() {
    SortedSet<String> found = new TreeSet<>();
    for (JsonNode table : analysis.path("tables")) {
      if (!table.path("kind").asText().equals("collection")) {
        found.add(new Placed("", table.path("name").asText()).table());
      }
    }
    return found;
  }

  SortedSet<Placed> placed() {
    SortedSet<Placed> found = new TreeSet<>();
    for (JsonNode table : analysis.path("tables")) {
      for (JsonNode entity : table.path("entities")) {
        if (!table.path("kind").asText().equals("collection")) {
          found.add(new Placed(bare(entity.asText()), table.path("name").asText()));
        }
      }
    }
    return found;
  }

  /** With how and where the first was seen. */
  SortedMap<Access, Map<String, String>> accesses() {
    SortedMap<Access, Map<String, String>> found = new TreeMap<>();
    for (JsonNode table : analysis.path("tables")) {
      if (table.path("kind").asText().equals("collection")) {
        continue;
      }
      for (JsonNode each : table.path("accesses")) {
        String via = each.path("via").asText();
        if (each.path("class").isNull()) {
          continue;
        }
        Access access =
            new Access(
                table.path("name").asText(),
                !READS.contains(each.path("op").asText()),
                top(each.path("class").asText()));
        found
            .computeIfAbsent(access, key -> new TreeMap<>())
            .putIfAbsent(
                via,
                each.path("op").asText()
                    + " "
                    + each.path("certainty").asText()
                    + " "
                    + each.path("file").asText().replaceFirst(".*/", "")
                    + ":"
                    + each.path("line").asInt());
      }
    }
    return found;
  }

  /** With their paths. */
  SortedMap<Route, SortedSet<String>> routes(Set<String> kinds) {
    SortedMap<Route, SortedSet<String>> found = new TreeMap<>();
    for (JsonNode each : analysis.path("entryPoints")) {
      String kind = each.path("kind").asText();
      if (kinds.contains(kind)) {
        String verb = kind.equals("http") ? each.path("httpMethod").asText("ANY") : kind;
        found
            .computeIfAbsent(
                new Route(verb, each.path("class").asText(), each.path("method").asText()),
                key -> new TreeSet<>())
            .add(kind.equals("http") ? Paths.plain(each.path("path").asText()) : "");
      }
    }
    return found;
  }

  SortedSet<Transacted> transactions() {
    SortedSet<Transacted> found = new TreeSet<>();
    for (JsonNode each : analysis.path("transactions")) {
      found.add(new Transacted(each.path("class").asText(), each.path("method").asText()));
    }
    return found;
  }

  private String top(String type) {
    String name = bare(type);
    for (String each = name; ; each = each.substring(0, each.lastIndexOf('.'))) {
      if (topLevel.contains(each)) {
        return each;
      }
      if (each.lastIndexOf('.') < 0) {
        return name;
      }
    }
  }

  private static String bare(String type) {
    int at = type.indexOf('@');
    return at < 0 ? type : type.substring(0, at);
  }
}
