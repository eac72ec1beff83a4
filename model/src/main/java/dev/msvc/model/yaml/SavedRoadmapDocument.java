package dev.msvc.model.yaml;

import dev.msvc.model.Nearest;
import dev.msvc.model.SavedRoadmap;
import dev.msvc.model.SavedRoadmap.Entry;
import dev.msvc.model.SavedRoadmap.Part;
import dev.msvc.model.SavedRoadmap.Severed;
import dev.msvc.model.SavedRoadmap.Step;
import dev.msvc.model.StepState;
import dev.msvc.model.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code msvc-roadmap.yaml}: {@code msvc/roadmap-file/v1}. What it does not know is an error
 * with line and column.
 */
public final class SavedRoadmapDocument {
  static final String SCHEMA = "msvc/roadmap-file/v1";

  /** Keys of the user's own begin so, and are kept. */
  static final String OWN = "x-";

  static final List<String> STEPS =
      List.of("split-code", "split-database", "define-service", "use-service", "delete-old-code");

  private static final List<String> TOP =
      List.of("schema", "madeBy", "days", "order", "leave", "gone");
  private static final List<String> PART =
      List.of(
          "context",
          "id",
          "contexts",
          "verdict",
          "skip",
          "reason",
          "note",
          "why",
          "days",
          "coupling",
          "risk",
          "risks",
          "forecast",
          "steps",
          "sql",
          "tables",
          "entryPoints",
          "cuts",
          "classes");
  private static final List<String> STEP =
      List.of("step", "state", "note", "days", "cuts", "back", "wayBack");
  private static final MarkedFile FILE = new MarkedFile(SavedRoadmap.FILE);

  private final Map<String, Integer> seen = new HashMap<>();

  private SavedRoadmapDocument() {}

  /**
   * Reads a file's text.
   *
   * @throws UserError where it is damaged, half merged or of a newer msvc; with line and column
   */
  public static SavedRoadmap read(String text) {
    FILE.requireMerged(
        text,
        "keep what is yours of both sides, then run 'msvc roadmap --save': it makes the rest anew");
    MarkedYaml root = MarkedYaml.read(SavedRoadmap.FILE, text);
    Map<String, MarkedYaml> top = fields(root, "the file", TOP);
    schema(root, top);
    SavedRoadmapDocument document = new SavedRoadmapDocument();
    return new SavedRoadmap(
        document.parts(top.get("order"), "order"),
        document.parts(top.get("leave"), "leave"),
        document.parts(top.get("gone"), "gone"));
  }

  private static void schema(MarkedYaml root, Map<String, MarkedYaml> top) {
    String schema = text(top.get("schema"), "schema");
    if (schema.equals(SCHEMA)) {
      return;
    }
    MarkedYaml at = top.getOrDefault("schema", root);
    String maker = text(top.get("madeBy"), "madeBy");
    boolean newer = schema.matches("msvc/roadmap-file/v\\d+");
    throw FILE.wrong(
        at,
        newer
            ? "%s as %s; this one reads %s"
                .formatted(
                    maker.isEmpty() ? "a newer msvc made it" : "it was made by msvc " + maker,
                    schema,
                    SCHEMA)
            : "there is no line schema: " + SCHEMA,
        newer ? "use that msvc, or a newer one" : "take the file from git again");
  }

  private static Map<String, MarkedYaml> fields(MarkedYaml node, String what, List<String> known) {
    List<MarkedYaml.Entry> entries = new ArrayList<>(FILE.entries(node, what, "keys"));
    entries.removeIf(each -> each.key().startsWith(OWN));
    return FILE.fields(new MarkedYaml.Mapping(entries, node.mark(), node.mark()), what, known);
  }

  private List<Part> parts(@Nullable MarkedYaml node, String what) {
    List<Part> parts = new ArrayList<>();
    for (MarkedYaml each : FILE.items(node, what, "contexts")) {
      Map<String, MarkedYaml> of = fields(each, "a context of " + what, PART);
      MarkedYaml context = of.get("context");
      if (context == null) {
        throw FILE.wrong(each, "a context has no name", "write context: NAME as its first key");
      }
      String name = FILE.scalar(context, "context").text();
      Integer before = seen.putIfAbsent(name, context.mark().line());
      if (before != null) {
        throw FILE.wrong(
            context,
            "'%s' is there twice, first in line %d".formatted(name, before),
            "keep one of them");
      }
      parts.add(
          new Part(
              name,
              text(of.get("id"), "id"),
              texts(of.get("contexts"), "contexts"),
              truth(of.get("skip")),
              text(of.get("reason"), "reason"),
              steps(of.get("steps")),
              text(of.get("sql"), "sql"),
              texts(of.get("tables"), "tables"),
              entryPoints(of.get("entryPoints")),
              cuts(of.get("cuts")),
              texts(of.get("classes"), "classes")));
    }
    return parts;
  }

  private static List<Step> steps(@Nullable MarkedYaml node) {
    List<Step> steps = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (MarkedYaml each : FILE.items(node, "steps", "steps")) {
      Map<String, MarkedYaml> of = fields(each, "a step", STEP);
      MarkedYaml id = required(each, of, "step", "one of " + String.join(", ", STEPS));
      String name = word(id, "step", STEPS);
      Integer before = lines.putIfAbsent(name, id.mark().line());
      if (before != null) {
        throw FILE.wrong(
            id,
            "step '%s' is there twice, first in line %d".formatted(name, before),
            "keep one of them");
      }
      steps.add(new Step(name, state(of.get("state")), text(of.get("note"), "note")));
    }
    return steps;
  }

  private static StepState state(@Nullable MarkedYaml node) {
    if (node == null) {
      return StepState.TODO;
    }
    List<String> known = Arrays.stream(StepState.values()).map(Document::word).toList();
    String word = word(node, "state", known);
    for (StepState each : StepState.values()) {
      if (Document.word(each).equals(word)) {
        return each;
      }
    }
    return StepState.TODO;
  }

  private static String word(MarkedYaml node, String what, List<String> known) {
    String word = FILE.scalar(node, what).text();
    if (!known.contains(word)) {
      List<String> near = Nearest.of(word, known);
      throw FILE.wrong(
          node,
          "there is no %s '%s'".formatted(what, word),
          (near.isEmpty() ? "" : "did you mean %s? ".formatted(near.get(0)))
              + "there are "
              + String.join(", ", known));
    }
    return word;
  }

  private static boolean truth(@Nullable MarkedYaml node) {
    return node != null && word(node, "skip", List.of("true", "false")).equals("true");
  }

  private static List<Entry> entryPoints(@Nullable MarkedYaml node) {
    List<Entry> entries = new ArrayList<>();
    for (MarkedYaml each : FILE.items(node, "entryPoints", "entry points")) {
      Map<String, MarkedYaml> of =
          fields(each, "an entry point", List.of("id", "method", "path", "by"));
      entries.add(
          new Entry(
              FILE.scalar(required(each, of, "id", "the id of one"), "id").text(),
              text(of.get("method"), "method"),
              text(of.get("path"), "path"),
              text(of.get("by"), "by")));
    }
    return entries;
  }

  private static List<Severed> cuts(@Nullable MarkedYaml node) {
    List<Severed> cuts = new ArrayList<>();
    for (MarkedYaml each : FILE.items(node, "cuts", "cuts")) {
      Map<String, MarkedYaml> of = fields(each, "a cut", List.of("id", "with", "step", "remedy"));
      cuts.add(
          new Severed(
              FILE.scalar(required(each, of, "id", "the id of one"), "id").text(),
              texts(of.get("with"), "with"),
              text(of.get("step"), "step")));
    }
    return cuts;
  }

  private static MarkedYaml required(
      MarkedYaml at, Map<String, MarkedYaml> of, String key, String what) {
    MarkedYaml node = of.get(key);
    if (node == null) {
      throw FILE.wrong(at, "there is no key '%s' here".formatted(key), "it holds " + what);
    }
    return node;
  }

  private static List<String> texts(@Nullable MarkedYaml node, String what) {
    List<String> texts = new ArrayList<>();
    for (MarkedYaml each : FILE.items(node, what, "names")) {
      texts.add(FILE.scalar(each, "an item of " + what).text());
    }
    return texts;
  }

  /** A text; empty where there is none. */
  private static String text(@Nullable MarkedYaml node, String what) {
    if (node == null || (node instanceof MarkedYaml.Scalar nothing && nothing.isNull())) {
      return "";
    }
    return FILE.scalar(node, what).text();
  }
}
