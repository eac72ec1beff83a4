package dev.msvc.model.yaml;

import dev.msvc.model.UserError;
import dev.msvc.model.Word;
import dev.msvc.model.Word.Accepted;
import dev.msvc.model.Word.Kind;
import dev.msvc.model.Word.Merge;
import dev.msvc.model.Word.Named;
import dev.msvc.model.Word.Pattern;
import dev.msvc.model.Word.Rename;
import dev.msvc.model.Word.Said;
import dev.msvc.model.Word.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code msvc.yaml}: {@code msvc/word/v1}. What it does not know is an error with line and
 * column: a word that is not heard is worse than none.
 */
public final class WordDocument {
  private static final String SCHEMA = "msvc/word/v1";

  /** Keys of parts that other commands read. */
  private static final List<String> OF_OTHERS = List.of(OrganisationReader.KEY, "targets");

  private static final String NAMES = "use lower-case letters, digits and '-', at most 63";
  private static final java.util.regex.Pattern NAME =
      java.util.regex.Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final java.util.regex.Pattern DAY =
      java.util.regex.Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");

  private WordDocument() {}

  /**
   * Reads a file's text.
   *
   * @throws UserError where it is not what {@code docs/msvc-yaml.md} says; with line and column
   */
  public static Word read(String text) {
    MarkedYaml root = MarkedYaml.read(Word.FILE, text);
    if (root instanceof MarkedYaml.Scalar nothing && nothing.isNull()) {
      return Word.NONE;
    }
    List<String> keys = new ArrayList<>(TOP);
    keys.addAll(OF_OTHERS);
    Map<String, MarkedYaml> top = WordNodes.fields(root, "the file", keys);
    schema(top.get("schema"));
    return new Word(
        contexts(top.get("contexts")),
        merges(top.get("merge")),
        splits(top.get("split")),
        renames(top.get("rename")),
        classesOrPackages(top.get("ignore"), "ignore"),
        classesOrPackages(top.get("shared"), "shared"),
        classesOrPackages(top.get("technical"), "technical"),
        accepted(top.get("accepted")),
        RoadmapWordReader.read(top.get("roadmap")));
  }

  private static final List<String> TOP =
      List.of(
          "schema",
          "contexts",
          "merge",
          "split",
          "rename",
          "ignore",
          "shared",
          "technical",
          "accepted",
          "roadmap");

  private static void schema(@Nullable MarkedYaml node) {
    if (node == null) {
      return;
    }
    Said said = WordNodes.said(node, "schema");
    if (said.text().equals(SCHEMA)) {
      return;
    }
    boolean newer = said.text().matches("msvc/word/v\\d+");
    throw said.wrong(
        newer
            ? "'%s' was made for a newer msvc; this one reads %s".formatted(said.text(), SCHEMA)
            : "'%s' is no schema of this file".formatted(said.text()),
        newer ? "use the msvc that it was made for" : "write schema: " + SCHEMA);
  }

  private static List<Named> contexts(@Nullable MarkedYaml node) {
    List<Named> contexts = new ArrayList<>();
    for (MarkedYaml.Entry entry :
        WordNodes.entries(node, "contexts", "a context's name and what is in it")) {
      Said name = contextName(WordNodes.said(entry));
      Map<String, MarkedYaml> of =
          WordNodes.fields(
              entry.value(),
              "context '" + name.text() + "'",
              List.of("id", "classes", "packages", "tables"));
      MarkedYaml id = of.get("id");
      contexts.add(
          new Named(
              name,
              id == null ? Optional.empty() : Optional.of(contextName(WordNodes.said(id, "id"))),
              pins(of)));
    }
    return contexts;
  }

  private static List<Pattern> pins(Map<String, MarkedYaml> of) {
    List<Pattern> pins = new ArrayList<>();
    for (Said each : WordNodes.texts(of.get("classes"), "classes")) {
      pins.add(className(each));
    }
    for (Said each : WordNodes.texts(of.get("packages"), "packages")) {
      pins.add(new Pattern(Kind.PACKAGE, each));
    }
    for (Said each : WordNodes.texts(of.get("tables"), "tables")) {
      pins.add(new Pattern(Kind.TABLE, each));
    }
    return pins;
  }

  private static Pattern className(Said said) {
    if (said.text().endsWith("..") || said.text().endsWith(".*")) {
      throw said.wrong(
          "'%s' is a package, not a class".formatted(said.text()), "list it under packages:");
    }
    return new Pattern(Kind.CLASS, said);
  }

  private static List<Merge> merges(@Nullable MarkedYaml node) {
    List<Merge> merges = new ArrayList<>();
    for (MarkedYaml item : WordNodes.items(node, "merge", "lists of contexts that are one")) {
      if (item instanceof MarkedYaml.Sequence) {
        merges.add(merge(item, WordNodes.texts(item, "merge"), Optional.empty()));
        continue;
      }
      Map<String, MarkedYaml> of = WordNodes.fields(item, "an item of merge", List.of("of", "as"));
      MarkedYaml as = of.get("as");
      merges.add(
          merge(
              item,
              WordNodes.texts(of.get("of"), "of"),
              as == null ? Optional.empty() : Optional.of(contextName(WordNodes.said(as, "as")))));
    }
    return merges;
  }

  private static Merge merge(MarkedYaml at, List<Said> of, Optional<Said> as) {
    if (of.size() < 2) {
      throw WordNodes.wrong(
          at, "a merge needs two contexts", "write [one, another], or two classes in them");
    }
    return new Merge(of, as);
  }

  private static List<Split> splits(@Nullable MarkedYaml node) {
    List<Split> splits = new ArrayList<>();
    for (MarkedYaml item : WordNodes.items(node, "split", "what leaves a context")) {
      Map<String, MarkedYaml> of =
          WordNodes.fields(
              item, "an item of split", List.of("from", "classes", "packages", "tables", "as"));
      MarkedYaml from = of.get("from");
      MarkedYaml as = of.get("as");
      List<Pattern> pins = pins(of);
      if (from == null || as == null || pins.isEmpty()) {
        throw WordNodes.wrong(
            item,
            "a split says from which context, which classes, packages or tables, and as what",
            "write {from: orders, classes: [com.shop.Price], as: pricing}");
      }
      splits.add(
          new Split(WordNodes.said(from, "from"), pins, contextName(WordNodes.said(as, "as"))));
    }
    return splits;
  }

  private static List<Rename> renames(@Nullable MarkedYaml node) {
    List<Rename> renames = new ArrayList<>();
    for (MarkedYaml.Entry entry : WordNodes.entries(node, "rename", "an old name and a new one")) {
      renames.add(
          new Rename(
              WordNodes.said(entry), contextName(WordNodes.said(entry.value(), "the new name"))));
    }
    return renames;
  }

  private static List<Pattern> classesOrPackages(@Nullable MarkedYaml node, String key) {
    List<Pattern> patterns = new ArrayList<>();
    for (Said each : WordNodes.texts(node, key)) {
      Kind kind = each.text().endsWith("..") ? Kind.PACKAGE : Kind.CLASS;
      patterns.add(kind == Kind.CLASS ? className(each) : new Pattern(kind, each));
    }
    return patterns;
  }

  private static List<Accepted> accepted(@Nullable MarkedYaml node) {
    List<Accepted> accepted = new ArrayList<>();
    for (MarkedYaml item :
        WordNodes.items(node, "accepted", "findings with id, reason and until")) {
      Map<String, MarkedYaml> of =
          WordNodes.fields(item, "an accepted finding", List.of("id", "reason", "until"));
      MarkedYaml id = of.get("id");
      MarkedYaml reason = of.get("reason");
      MarkedYaml until = of.get("until");
      if (id == null || reason == null) {
        throw WordNodes.wrong(
            item,
            "an accepted finding has an id and a reason",
            "say why it may stay, and until when");
      }
      String day = "";
      if (until != null) {
        Said said = WordNodes.said(until, "until");
        day = said.text();
        if (!DAY.matcher(day).matches()) {
          throw said.wrong("'%s' is no day".formatted(day), "write it as 2030-12-31");
        }
      }
      accepted.add(
          new Accepted(WordNodes.said(id, "id"), WordNodes.said(reason, "reason").text(), day));
    }
    return accepted;
  }

  private static Said contextName(Said said) {
    if (!NAME.matcher(said.text()).matches()) {
      throw said.wrong(noName(said.text()), NAMES);
    }
    return said;
  }

  /** A name that a context can have. */
  public static String contextName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new UserError(noName(name), NAMES);
    }
    return name;
  }

  private static String noName(String name) {
    return "'%s' cannot name a context".formatted(name);
  }
}
