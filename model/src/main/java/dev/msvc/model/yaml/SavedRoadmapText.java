package dev.msvc.model.yaml;

import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.Effort;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Extraction;
import dev.msvc.model.Forecast;
import dev.msvc.model.PlannedStep;
import dev.msvc.model.Remedy;
import dev.msvc.model.Roadmap;
import dev.msvc.model.SavedRoadmap;
import dev.msvc.model.SavedRoadmap.Part;
import dev.msvc.model.StepState;
import dev.msvc.model.yaml.BlockYaml.Flow;
import dev.msvc.model.yaml.BlockYaml.Plain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code msvc-roadmap.yaml}. What is the user's in the text that was there is kept: states
 * and notes of steps; skip, reason and note of contexts; keys that begin with {@code x-}; comments.
 */
public final class SavedRoadmapText {
  private static final List<String> HEADER =
      List.of(
          "# Written by 'msvc roadmap --save', for 'generate' and 'strangle' to read. Commit it.",
          "# Yours, and kept: state and note of a step; skip, reason and note of a context; the order",
          "# of the contexts; keys that begin with x-; comments. The rest is made anew each time.");
  private static final List<String> YOURS = List.of("skip", "reason", "note");

  private final ContextMap map;
  private final SavedRoadmap old;
  private final Map<String, String> sql;
  private final Map<String, Part> former = new HashMap<>();
  private final Map<String, Map<?, ?>> written = new HashMap<>();
  private final KeptComments comments;

  private SavedRoadmapText(
      ContextMap map, Roadmap now, String before, SavedRoadmap old, Map<String, String> sql) {
    this.map = map;
    this.old = old;
    this.sql = sql;
    Map<String, String> today = old.names(map.decomposition().contexts());
    Map<String, String> names = new HashMap<>();
    for (List<Extraction> all : List.of(now.order(), now.leave())) {
      for (Extraction each : all) {
        Part part = former(each, today);
        if (part != null) {
          former.put(each.name(), part);
          names.put(part.name(), each.name());
        }
      }
    }
    comments = KeptComments.of(before, HEADER, names);
    if (comments.tree() instanceof Map<?, ?> top) {
      for (String list : List.of("order", "leave", "gone")) {
        if (top.get(list) instanceof List<?> items) {
          for (Object each : items) {
            Map<?, ?> item = map(each);
            if (item != null) {
              written.put(String.valueOf(item.get("context")), item);
            }
          }
        }
      }
    }
  }

  /**
   * The text of a roadmap; the same gives the same bytes.
   *
   * @param before the text that was there; empty for none
   * @param sql where the SQL of contexts has been written now, by their names
   */
  public static String write(
      ContextMap map, Roadmap now, String before, Map<String, String> sql, String madeBy) {
    SavedRoadmap old = before.isBlank() ? SavedRoadmap.NONE : SavedRoadmapDocument.read(before);
    SavedRoadmapText text = new SavedRoadmapText(map, now, before, old, sql);
    return String.join("\n", HEADER) + "\n" + BlockYaml.write(text.top(now, madeBy), text.comments);
  }

  /** What was written of a context before, or of one that goes together with it. */
  private @Nullable Part former(Extraction extraction, Map<String, String> names) {
    Part together = null;
    for (Part each : old.parts()) {
      String today = names.getOrDefault(each.name(), "");
      if (today.equals(extraction.name())) {
        return each;
      }
      if (together == null && extraction.contexts().contains(today)) {
        together = each;
      }
    }
    return together;
  }

  private String id(Extraction extraction) {
    BoundedContext context = map.context(extraction.name());
    return context == null ? "" : context.id();
  }

  private Map<String, Object> top(Roadmap now, String madeBy) {
    Map<String, Object> top = new LinkedHashMap<>();
    top.put("schema", SavedRoadmapDocument.SCHEMA);
    top.put("madeBy", madeBy);
    top.put("days", days(now.effort()));
    top.put("order", now.order().stream().map(this::taken).toList());
    top.put("leave", now.leave().stream().map(this::left).toList());
    List<Object> gone = gone(now);
    if (!gone.isEmpty()) {
      top.put("gone", gone);
    }
    return comments.tree() instanceof Map<?, ?> before ? withOwn(before, List.of(), top) : top;
  }

  private Map<String, Object> head(Extraction each) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("context", each.name());
    if (!id(each).isEmpty()) {
      head.put("id", id(each));
    }
    head.put("contexts", new Flow(each.contexts()));
    head.put("verdict", Document.word(each.verdict()));
    head.put("why", each.together().isEmpty() ? each.why() : each.together() + "; " + each.why());
    return head;
  }

  private static boolean isOwn(String key, List<String> keys) {
    return keys.contains(key) || key.startsWith(SavedRoadmapDocument.OWN);
  }

  /** The same with what is the user's of what was there, each behind what it stood behind. */
  private static Map<String, Object> withOwn(
      Map<?, ?> before, List<String> keys, Map<String, Object> made) {
    Map<String, Object> all = new HashMap<>(made);
    List<String> order = new ArrayList<>(made.keySet());
    String previous = "";
    for (Map.Entry<?, ?> each : before.entrySet()) {
      String name = String.valueOf(each.getKey());
      if (isOwn(name, keys)) {
        order.add(Math.max(1, order.indexOf(previous) + 1), name);
        all.put(name, each.getValue());
      }
      previous = order.contains(name) ? name : previous;
    }
    Map<String, Object> placed = new LinkedHashMap<>();
    order.forEach(name -> placed.put(name, all.getOrDefault(name, "")));
    return placed;
  }

  private Map<String, Object> withOwn(Extraction extraction, Map<String, Object> made) {
    return withOwn(written.getOrDefault(extraction.name(), Map.of()), YOURS, made);
  }

  private Map<String, Object> taken(Extraction each) {
    Map<String, Object> part = head(each);
    part.put("days", days(each.effort()));
    part.put("coupling", days(each.coupling()));
    part.put("risk", Document.word(each.risk().level()));
    if (!each.risk().reasons().isEmpty()) {
      part.put("risks", each.risk().reasons());
    }
    part.put("forecast", forecast(each.forecast()));
    part.put("steps", each.steps().stream().map(step -> step(each, step)).toList());
    Part before = former.get(each.name());
    String scripts = sql.getOrDefault(each.name(), before == null ? "" : before.sql());
    if (!scripts.isEmpty()) {
      part.put("sql", scripts);
    }
    part.put("tables", each.tables());
    part.put("entryPoints", entryPoints(each));
    part.put("cuts", cuts(each));
    TreeSet<String> classes = new TreeSet<>();
    for (String context : each.contexts()) {
      BoundedContext of = map.context(context);
      classes.addAll(of == null ? List.of() : of.classes());
    }
    part.put("classes", List.copyOf(classes));
    return withOwn(each, part);
  }

  private Map<String, Object> left(Extraction each) {
    Map<String, Object> part = head(each);
    List<Object> steps = new ArrayList<>();
    for (PlannedStep step : each.steps()) {
      Map<String, Object> yours = yours(each, step, head(step));
      if (yours.size() > 2 || step.state() != StepState.TODO) {
        steps.add(yours);
      }
    }
    if (!steps.isEmpty()) {
      part.put("steps", steps);
    }
    return withOwn(each, part);
  }

  private static Map<String, Object> head(PlannedStep planned) {
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("step", planned.step().id());
    step.put("state", Document.word(planned.state()));
    return step;
  }

  /** A step with what the user says of it. */
  private Map<String, Object> yours(
      Extraction extraction, PlannedStep planned, Map<String, Object> made) {
    String id = planned.step().id();
    if (written.getOrDefault(extraction.name(), Map.of()).get("steps") instanceof List<?> steps) {
      for (Object each : steps) {
        Map<?, ?> before = map(each);
        if (before != null && id.equals(String.valueOf(before.get("step")))) {
          return withOwn(before, List.of("note"), made);
        }
      }
    }
    return made;
  }

  private static @Nullable Map<?, ?> map(Object value) {
    Object shown = value instanceof Flow flow ? flow.value() : value;
    return shown instanceof Map<?, ?> map ? map : null;
  }

  private Map<String, Object> step(Extraction extraction, PlannedStep planned) {
    Map<String, Object> step = head(planned);
    step.put("days", days(planned.effort()));
    step.put("cuts", number(planned.cuts().size()));
    step.put("back", planned.step().inverse().id());
    step.put("wayBack", planned.step().inverse().how());
    return yours(extraction, planned, step);
  }

  private static Flow forecast(Forecast forecast) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("requests", number(forecast.requests()));
    figures.put("requestsPerhaps", number(forecast.requestsPerhaps()));
    figures.put("calls", number(forecast.calls()));
    figures.put("repeated", number(forecast.repeated()));
    figures.put("lazyRelations", number(forecast.lazyRelations()));
    figures.put("transactions", number(forecast.transactions()));
    figures.put("perhaps", number(forecast.perhaps()));
    figures.put("unreached", number(forecast.unreached()));
    return new Flow(figures);
  }

  private List<Flow> entryPoints(Extraction extraction) {
    List<EntryPoint> all = new ArrayList<>();
    extraction.contexts().forEach(each -> all.addAll(map.entryPoints(each)));
    all.sort(Comparator.comparing(EntryPoint::id));
    List<Flow> lines = new ArrayList<>();
    for (EntryPoint each : all) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("id", each.id());
      if (each.httpMethod() != null) {
        line.put("method", each.httpMethod());
      }
      if (each.path() != null) {
        line.put("path", each.path());
      }
      line.put("by", each.className() + (each.method().isEmpty() ? "" : "." + each.method()));
      lines.add(new Flow(line));
    }
    return lines;
  }

  private static List<Flow> cuts(Extraction extraction) {
    Map<String, String> steps = new HashMap<>();
    extraction
        .steps()
        .forEach(step -> step.cuts().forEach(cut -> steps.put(cut, step.step().id())));
    List<Cut> cuts = new ArrayList<>(extraction.cuts());
    cuts.sort(Comparator.comparing(Cut::id));
    List<Flow> lines = new ArrayList<>();
    for (Cut each : cuts) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("id", each.id());
      Set<String> with = new TreeSet<>(each.contexts());
      with.removeAll(extraction.contexts());
      line.put("with", List.copyOf(with));
      line.put("step", steps.getOrDefault(each.id(), ""));
      Remedy remedy = each.remedy();
      if (remedy != null) {
        line.put("remedy", Document.word(remedy));
      }
      lines.add(new Flow(line));
    }
    return lines;
  }

  /** What the code no longer has, and the user has said something of. */
  private List<Object> gone(Roadmap now) {
    Set<String> there = new HashSet<>();
    now.order().forEach(each -> there.add(each.name()));
    now.leave().forEach(each -> there.add(each.name()));
    Set<String> kept = new HashSet<>();
    old.gone().forEach(each -> kept.add(each.name()));
    List<Object> gone = new ArrayList<>();
    for (Part each : old.parts()) {
      Map<?, ?> item = written.get(each.name());
      boolean matched = there.contains(each.name()) || former.containsValue(each);
      if (item != null && !matched && (kept.contains(each.name()) || isSaid(each, item))) {
        gone.add(item);
      }
    }
    return gone;
  }

  private boolean isSaid(Part part, Map<?, ?> item) {
    return item.keySet().stream().anyMatch(each -> isOwn(String.valueOf(each), YOURS))
        || part.hasBegun()
        || part.steps().stream().anyMatch(each -> !each.note().isEmpty())
        || comments.isAnyAt(YamlPaths.context(part.name()));
  }

  private static Plain number(int number) {
    return new Plain(Integer.toString(number));
  }

  /** In whole person-days: {@code 3-9}. */
  private static Plain days(Effort effort) {
    return new Plain(
        String.format(Locale.ROOT, "%d-%d", Math.round(effort.low()), Math.round(effort.high())));
  }
}
