package dev.msvc.analyzers.draft;

import dev.msvc.model.Access;
import dev.msvc.model.Aggregate;
import dev.msvc.model.ContextMap;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Operation;
import dev.msvc.model.service.CommandSpec;
import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.StandardOperation;
import dev.msvc.model.service.TypeName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the monolith does with an aggregate, by its accesses, and where it is asked to. */
final class DraftOperations {
  private static final Set<String> STANDARD =
      Set.of("create", "get", "list", "update", "delete", "new", "edit", "add", "remove", "save");

  private final ContextMap map;
  private final String context;
  private final List<String> notes;
  private final Set<String> served = new HashSet<>();
  private final Set<String> paths = new HashSet<>();

  DraftOperations(ContextMap map, String context, List<String> notes) {
    this.map = map;
    this.context = context;
    this.notes = notes;
  }

  /** What can be done with one, and below which path. */
  record Of(String path, Set<StandardOperation> standard, List<CommandSpec> commands) {}

  Of of(Aggregate aggregate, TypeName name) {
    Set<StandardOperation> standard = EnumSet.of(StandardOperation.GET, StandardOperation.LIST);
    if (!aggregate.root().table().isEmpty()) {
      for (Access each : map.accesses(aggregate.root().table())) {
        if (!each.isMigration()) {
          standard.addAll(by(each.op()));
        }
      }
    }
    String path = path(name);
    return new Of(path, standard, path.isEmpty() ? List.of() : commands(path, name));
  }

  private static Set<StandardOperation> by(Operation op) {
    return switch (op) {
      case INSERT -> EnumSet.of(StandardOperation.CREATE);
      case UPDATE -> EnumSet.of(StandardOperation.UPDATE);
      case MERGE -> EnumSet.of(StandardOperation.CREATE, StandardOperation.UPDATE);
      case DELETE, TRUNCATE -> EnumSet.of(StandardOperation.DELETE);
      default -> EnumSet.noneOf(StandardOperation.class);
    };
  }

  /** Where the monolith's own routes reach it: up to the segment that names it; empty for none. */
  private String path(TypeName name) {
    Map<String, Integer> found = new LinkedHashMap<>();
    for (EntryPoint each : http()) {
      StringBuilder path = new StringBuilder();
      for (String segment : segments(each)) {
        if (!segment.matches("[A-Za-z0-9][A-Za-z0-9._~-]*")) {
          break;
        }
        path.append('/').append(segment);
        if (names(segment, name)) {
          found.merge(path.toString(), 1, Integer::sum);
          break;
        }
      }
    }
    String best = "";
    for (Map.Entry<String, Integer> each : found.entrySet()) {
      if ((best.isEmpty() || each.getValue() > found.getOrDefault(best, 0))
          && !paths.contains(each.getKey())) {
        best = each.getKey();
      }
    }
    paths.add(best);
    return best;
  }

  private static boolean names(String segment, TypeName name) {
    String plain = segment.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    return plain.equals(name.value().toLowerCase(Locale.ROOT))
        || plain.equals(name.kebabPlural().replace("-", ""));
  }

  private List<CommandSpec> commands(String path, TypeName name) {
    Map<String, CommandSpec> commands = new LinkedHashMap<>();
    for (EntryPoint each : http()) {
      String full = String.valueOf(each.path());
      if (!full.equals(path) && !full.startsWith(path + "/")) {
        continue;
      }
      String rest = full.substring(path.length());
      boolean reads = "GET".equals(each.httpMethod()) || "HEAD".equals(each.httpMethod());
      if (rest.isEmpty() || rest.matches("/\\{[^/]+}")) {
        served.add(each.id());
      } else if (!reads && rest.matches("/\\{[^/]+}/[A-Za-z][A-Za-z-]*")) {
        served.add(each.id());
        command(rest.substring(rest.lastIndexOf('/') + 1))
            .ifPresent(
                command -> {
                  commands.putIfAbsent(
                      command.value(),
                      new CommandSpec(command, List.of(), Map.of(), Optional.empty()));
                  notes.add(
                      "%s.%s: stands for %s; say what it is given"
                          .formatted(name, command, each.id()));
                });
      }
    }
    return List.copyOf(commands.values());
  }

  private static Optional<FieldName> command(String segment) {
    return DraftNames.field(segment)
        .filter(each -> !STANDARD.contains(each.value().toLowerCase(Locale.ROOT)));
  }

  /** Says which routes of the context the draft does not serve. */
  void rest() {
    List<String> left = new ArrayList<>();
    for (EntryPoint each : map.entryPoints(context)) {
      if (!served.contains(each.id())) {
        left.add(each.id());
      }
    }
    if (!left.isEmpty()) {
      notes.add(
          "%d of %d entry points are not in the draft: %s"
              .formatted(
                  left.size(),
                  map.entryPoints(context).size(),
                  String.join(", ", left.subList(0, Math.min(5, left.size())))
                      + (left.size() > 5 ? ", ..." : "")));
    }
  }

  private List<EntryPoint> http() {
    return map.entryPoints(context).stream()
        .filter(each -> each.httpMethod() != null && each.path() != null)
        .toList();
  }

  private static List<String> segments(EntryPoint entry) {
    return List.of(String.valueOf(entry.path()).replaceFirst("^/+", "").split("/+", -1));
  }
}
