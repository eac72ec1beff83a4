package dev.msvc.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Statements of SQL, and what entity managers make of calls, beside lists that people made. */
final class SqlBench implements Benchmark {
  private static final double BAR = 0.98;

  /**
   * A statement.
   *
   * @param place the file, and the method or id that it is in
   * @param note which of those that are there
   * @param does operations with their tables, as {@code select:orders}
   */
  private record Statement(String place, String note, SortedSet<String> does) {

    boolean shares(Statement other) {
      return tables().stream().anyMatch(other.tables()::contains);
    }

    private List<String> tables() {
      return does.stream().map(each -> each.substring(each.indexOf(':') + 1)).toList();
    }

    @Override
    public String toString() {
      return place.substring(place.lastIndexOf('/') + 1) + note + " " + String.join(" ", does);
    }
  }

  @Override
  public String name() {
    return "sql";
  }

  @Override
  public String what() {
    return "every statement of three systems found, with what it does to which tables, beside lists"
        + " made by hand (--corpus DIR)";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException, SkippedException {
    List<Path> lists;
    try (Stream<Path> files = Files.list(bench.folder().resolve("sql"))) {
      lists = files.filter(each -> each.toString().endsWith(".tsv")).sorted().toList();
    }
    int statements = 0;
    int found = 0;
    int right = 0;
    for (Path list : lists) {
      String system = list.getFileName().toString().replace(".tsv", "");
      String name = system.substring(system.indexOf('+') + 1);
      if (!bench.wants(name)) {
        continue;
      }
      Path root = bench.repository(system.substring(0, system.indexOf('+')), name);
      SortedMap<String, List<Statement>> listed = listed(list);
      bench.detail("== " + name);
      SortedMap<String, List<Statement>> seen = seen(analysis(bench, root));
      int whole = listed.values().stream().mapToInt(List::size).sum();
      int exact = take(listed, seen);
      int near = near(bench, listed, seen);
      listed.values().forEach(each -> each.forEach(one -> bench.detail("missed " + one)));
      seen.values().forEach(each -> each.forEach(one -> bench.detail("not in the list " + one)));
      int more = seen.values().stream().mapToInt(List::size).sum();
      figures(bench, name, whole, exact + near, exact);
      bench.figure(Figure.told("sql." + name + ".more", more, "that the list does not have"));
      statements += whole;
      found += exact + near;
      right += exact;
    }
    if (statements > 0) {
      figures(bench, "all", statements, found, right);
    }
  }

  private static void figures(Bench bench, String name, int whole, int found, int right) {
    String of = "%d of %d";
    bench.figure(
        Figure.atLeast(
            1, "sql." + name + ".found", (double) found / whole, of.formatted(found, whole)));
    bench.figure(
        Figure.atLeast(
            BAR, "sql." + name + ".right", (double) right / whole, of.formatted(right, whole)));
  }

  private static JsonNode analysis(Bench bench, Path root)
      throws IOException, InterruptedException, SkippedException {
    Path output = bench.scratch("sql").resolve(root.getFileName() + ".json");
    String launcher = bench.distribution().resolve("bin/msvc").toString();
    List<String> command =
        List.of(launcher, "analyze", root.toString(), "-o", "json", "--no-cache", "--no-history");
    if (Launched.run(command, Map.of(), output).exitCode() != 0) {
      throw new SkippedException("msvc analyze failed on %s, see %s.err".formatted(root, output));
    }
    return new ObjectMapper().readTree(output.toFile());
  }

  /** What people listed, by place. */
  private static SortedMap<String, List<Statement>> listed(Path list) throws IOException {
    SortedMap<String, List<Statement>> listed = new TreeMap<>();
    for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("\t");
      String symbol = parts[1].replaceFirst("[#@].*", "");
      String place = parts[0] + " " + symbol;
      listed
          .computeIfAbsent(place, key -> new ArrayList<>())
          .add(
              new Statement(
                  place,
                  parts[1].substring(symbol.length()),
                  new TreeSet<>(List.of(parts[2].toLowerCase(Locale.ROOT).split(" ")))));
    }
    return listed;
  }

  /** One access. */
  private record Seen(String place, String line, String via, String does) {}

  /**
   * What was found, by place: accesses of one line are those of one statement; what a changed
   * entity writes is one for each method and table, a query of criteria one for each method.
   */
  private static SortedMap<String, List<Statement>> seen(JsonNode analysis) {
    List<Seen> all = new ArrayList<>();
    Set<String> criteria = new HashSet<>();
    for (JsonNode table : analysis.path("tables")) {
      if (table.path("kind").asText().equals("collection")) {
        continue;
      }
      String name = table.path("name").asText().toLowerCase(Locale.ROOT);
      for (JsonNode each : table.path("accesses")) {
        String via = each.path("via").asText();
        String place = each.path("file").asText() + " " + each.path("method").asText("");
        String line = via.equals("dirty-checking") ? via + name : each.path("line").asText();
        all.add(new Seen(place, line, via, each.path("op").asText() + ":" + name));
        if (via.equals("criteria")) {
          criteria.add(place + line);
        }
      }
    }
    SortedMap<String, SortedMap<String, SortedSet<String>>> statements = new TreeMap<>();
    for (Seen each : all) {
      String line = criteria.contains(each.place() + each.line()) ? "criteria" : each.line();
      statements
          .computeIfAbsent(each.place(), key -> new TreeMap<>())
          .computeIfAbsent(line, key -> new TreeSet<>())
          .add(each.does());
    }
    SortedMap<String, List<Statement>> seen = new TreeMap<>();
    statements.forEach(
        (place, byLine) ->
            byLine.forEach(
                (line, does) ->
                    seen.computeIfAbsent(place, key -> new ArrayList<>())
                        .add(new Statement(place, ":" + line, does))));
    return seen;
  }

  /** Takes out of both what is the same; tells how many. */
  private static int take(
      SortedMap<String, List<Statement>> listed, SortedMap<String, List<Statement>> seen) {
    int same = 0;
    for (Map.Entry<String, List<Statement>> entry : listed.entrySet()) {
      List<Statement> there = seen.getOrDefault(entry.getKey(), new ArrayList<>());
      for (Iterator<Statement> each = entry.getValue().iterator(); each.hasNext(); ) {
        Statement one = each.next();
        if (removed(there, other -> other.does().equals(one.does())) != null) {
          each.remove();
          same++;
        }
      }
    }
    return same;
  }

  /** As {@link #take}, of what is there and does something else. */
  private static int near(
      Bench bench,
      SortedMap<String, List<Statement>> listed,
      SortedMap<String, List<Statement>> seen) {
    int near = 0;
    for (Map.Entry<String, List<Statement>> entry : listed.entrySet()) {
      List<Statement> there = seen.getOrDefault(entry.getKey(), new ArrayList<>());
      for (Iterator<Statement> each = entry.getValue().iterator(); each.hasNext(); ) {
        Statement one = each.next();
        Statement other = removed(there, one::shares);
        if (other != null) {
          bench.detail("wrong %s: found as %s".formatted(one, other));
          each.remove();
          near++;
        }
      }
    }
    return near;
  }

  private static @Nullable Statement removed(
      List<Statement> statements, Predicate<Statement> wanted) {
    for (Iterator<Statement> each = statements.iterator(); each.hasNext(); ) {
      Statement one = each.next();
      if (wanted.test(one)) {
        each.remove();
        return one;
      }
    }
    return null;
  }
}
