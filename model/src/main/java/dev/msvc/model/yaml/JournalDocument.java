package dev.msvc.model.yaml;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Counts;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Progress;
import dev.msvc.model.shift.Tally;
import dev.msvc.model.shift.Weights;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes what is kept of a shift: {@code msvc/shift-state/v1}. */
public final class JournalDocument {
  /** What it says of itself. */
  public static final String SCHEMA = "msvc/shift-state/v1";

  private final MarkedFile file;

  private JournalDocument(String name) {
    this.file = new MarkedFile(name);
  }

  /** As JSON, to be read again and to be read by people. */
  public static String write(Journal journal) {
    StringWriter text = new StringWriter();
    PlainDocument.write(SCHEMA, fields(journal), Format.JSON, text);
    return text.toString();
  }

  /** As programs read it. */
  public static Map<String, Object> fields(Journal journal) {
    Map<String, Object> fields = new LinkedHashMap<>();
    Progress progress = journal.progress();
    Map<String, Object> now = new LinkedHashMap<>();
    now.put("soaked", progress.soaked().toString());
    now.put("badWindows", progress.badWindows());
    now.put("blind", progress.blind().toString());
    now.put("seen", progress.seen().toString());
    now.put("note", progress.note());
    now.put("began", progress.began().toString());
    now.put("counts", counts(progress.counts()));
    Map<String, Object> evidence = new TreeMap<>();
    progress.evidence().forEach((gate, each) -> evidence.put(gate, fields(each)));
    now.put("evidence", evidence);
    fields.put("progress", now);
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Entry each : journal.entries()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("number", each.number());
      entry.put("when", each.when().toString());
      entry.put("by", each.by());
      entry.put("event", each.event().name());
      entry.put("plan", each.plan());
      entry.put("stage", each.stage());
      entry.put("from", each.from().service());
      entry.put("to", each.to().service());
      entry.put("reason", each.reason());
      entry.put("numbers", each.numbers());
      entry.put("before", each.before());
      entry.put("digest", each.digest());
      entries.add(entry);
    }
    fields.put("entries", entries);
    return fields;
  }

  private static Map<String, Object> fields(Evidence evidence) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("through", evidence.through().toString());
    fields.put("looks", evidence.looks());
    fields.put("service", pair(evidence.service()));
    fields.put("strict", pair(evidence.strict()));
    fields.put("monolith", pair(evidence.monolith()));
    evidence.reference().ifPresent(each -> fields.put("reference", String.valueOf(each)));
    return fields;
  }

  private static List<Long> pair(Counts counts) {
    return List.of(counts.requests(), counts.bad());
  }

  private static Map<String, Object> counts(Map<String, Map<Arm, Tally>> counts) {
    Map<String, Object> rules = new TreeMap<>();
    counts.forEach(
        (rule, arms) -> {
          Map<String, Object> tallies = new TreeMap<>();
          arms.forEach(
              (arm, tally) -> tallies.put(arm.name(), List.of(tally.requests(), tally.failures())));
          rules.put(rule, tallies);
        });
    return rules;
  }

  /**
   * Reads it.
   *
   * @param name of the file, as messages name it
   * @param version of what was read, for a write on condition of it
   * @throws UserError where it is none, or of a newer msvc
   */
  public static Journal read(String name, String text, String version) {
    JournalDocument document = new JournalDocument(name);
    MarkedYaml root = MarkedYaml.read(name, text);
    document.file.requireSchema(root, SCHEMA);
    Map<String, MarkedYaml> of =
        document.fields(root, "schema", MarkedFile.MADE, "progress", "entries");
    document.of(of, "schema");
    List<Entry> entries = new ArrayList<>();
    for (MarkedYaml each : document.file.items(of.get("entries"), "entries", "entries")) {
      entries.add(document.entry(each));
    }
    return new Journal(version, entries, document.progress(document.of(of, "progress")));
  }

  private Map<String, MarkedYaml> fields(MarkedYaml node, String... keys) {
    return file.fields(node, "the state of a shift", List.of(keys));
  }

  private Progress progress(MarkedYaml node) {
    Map<String, MarkedYaml> of =
        fields(
            node, "soaked", "badWindows", "blind", "seen", "note", "began", "counts", "evidence");
    Map<String, Map<Arm, Tally>> counts = new TreeMap<>();
    for (MarkedYaml.Entry rule : file.entries(of.get("counts"), "counts", "rules")) {
      Map<Arm, Tally> arms = new TreeMap<>();
      for (MarkedYaml.Entry arm : file.entries(rule.value(), "counts", "arms")) {
        List<MarkedYaml> pair = file.items(arm.value(), "counts", "requests and failures");
        if (pair.size() != 2) {
          throw file.wrong(arm.value(), "these are no counts", "they are two numbers");
        }
        arms.put(
            made(arm.value(), each -> Arm.valueOf(arm.key()), "arm"),
            new Tally(
                made(pair.get(0), Long::parseLong, "a count"),
                made(pair.get(1), Long::parseLong, "a count")));
      }
      counts.put(rule.key(), arms);
    }
    return new Progress(
        made(of(of, "soaked"), Duration::parse, "a length of time"),
        made(of(of, "badWindows"), Integer::parseInt, "a number"),
        made(of(of, "blind"), Duration::parse, "a length of time"),
        made(of(of, "seen"), Instant::parse, "a time"),
        text(of(of, "note")),
        made(of(of, "began"), Instant::parse, "a time"),
        counts,
        evidence(of.get("evidence")));
  }

  private Map<String, Evidence> evidence(@Nullable MarkedYaml node) {
    Map<String, Evidence> all = new TreeMap<>();
    for (MarkedYaml.Entry gate : file.entries(node, "evidence", "gates")) {
      Map<String, MarkedYaml> of =
          fields(gate.value(), "through", "looks", "service", "strict", "monolith", "reference");
      MarkedYaml reference = of.get("reference");
      all.put(
          gate.key(),
          new Evidence(
              made(of(of, "through"), Instant::parse, "a time"),
              made(of(of, "looks"), Integer::parseInt, "a number"),
              bad(of(of, "service")),
              bad(of(of, "strict")),
              bad(of(of, "monolith")),
              reference == null
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(made(reference, Double::parseDouble, "a number"))));
    }
    return all;
  }

  private Counts bad(MarkedYaml node) {
    List<MarkedYaml> pair = file.items(node, "counts", "requests and those bad");
    if (pair.size() != 2) {
      throw file.wrong(node, "these are no counts", "they are two numbers");
    }
    return new Counts(
        made(pair.get(0), Long::parseLong, "a count"),
        made(pair.get(1), Long::parseLong, "a count"));
  }

  private Entry entry(MarkedYaml node) {
    Map<String, MarkedYaml> of =
        fields(
            node, "number", "when", "by", "event", "plan", "stage", "from", "to", "reason",
            "numbers", "before", "digest");
    SortedMap<String, String> numbers = new TreeMap<>();
    for (MarkedYaml.Entry each : file.entries(of.get("numbers"), "numbers", "numbers")) {
      numbers.put(each.key(), text(each.value()));
    }
    Entry entry =
        new Entry(
            made(of(of, "number"), Integer::parseInt, "a number"),
            made(of(of, "when"), Instant::parse, "a time"),
            text(of(of, "by")),
            made(of(of, "event"), Event::valueOf, "an event"),
            text(of(of, "plan")),
            made(of(of, "stage"), Integer::parseInt, "a number"),
            weights(of.get("from")),
            weights(of.get("to")),
            text(of(of, "reason")),
            numbers,
            text(of(of, "before")));
    if (!text(of(of, "digest")).equals(entry.digest())) {
      throw file.wrong(
          node,
          "entry %d was changed since it was written".formatted(entry.number()),
          "bring the file back from where it is kept besides; msvc goes on from no such state");
    }
    return entry;
  }

  private Weights weights(@Nullable MarkedYaml node) {
    SortedMap<String, Integer> weights = new TreeMap<>();
    for (MarkedYaml.Entry each : file.entries(node, "weights", "weights")) {
      weights.put(each.key(), made(each.value(), Integer::parseInt, "a weight"));
    }
    return new Weights(weights);
  }

  private MarkedYaml of(Map<String, MarkedYaml> fields, String key) {
    MarkedYaml node = fields.get(key);
    if (node == null) {
      throw new UserError(
          "%s says nothing of '%s'".formatted(file.name(), key),
          "bring the file back from where it is kept besides");
    }
    return node;
  }

  private static String text(MarkedYaml node) {
    return node instanceof MarkedYaml.Scalar scalar ? scalar.text() : "";
  }

  private <T> T made(MarkedYaml node, Function<String, T> maker, String what) {
    try {
      return maker.apply(text(node));
    } catch (RuntimeException wrong) {
      throw file.wrong(
          node,
          "'%s' is not %s".formatted(text(node), what),
          "bring the file back from where it is kept besides");
    }
  }
}
