package dev.msvc.model.yaml;

import dev.msvc.model.PlannedFile;
import dev.msvc.model.UserError;
import dev.msvc.model.service.MadeFiles;
import dev.msvc.model.service.MadeFiles.Made;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code .msvc/files.yaml}: {@code msvc/generated/v1}, one line a file, so that branches merge. */
public final class MadeFilesDocument {
  private static final String SCHEMA = "msvc/generated/v1";
  private static final MarkedFile FILE = new MarkedFile(MadeFiles.FILE);

  private MadeFilesDocument() {}

  /**
   * Reads a file's text; nothing at all is {@link MadeFiles#NONE}.
   *
   * @throws UserError where it is damaged, half merged or of a newer msvc; with line and column
   */
  public static MadeFiles read(String text) {
    if (text.isBlank()) {
      return MadeFiles.NONE;
    }
    FILE.requireMerged(text, "take the lines of either side: the next run writes it anew");
    MarkedYaml root = MarkedYaml.read(MadeFiles.FILE, text);
    String schema = "";
    String madeBy = "";
    for (MarkedYaml.Entry each : FILE.entries(root, "the file", "what msvc generate writes")) {
      schema = each.key().equals("schema") ? text(each.value()) : schema;
      madeBy = each.key().equals("madeBy") ? text(each.value()) : madeBy;
    }
    if (!schema.equals(SCHEMA)) {
      boolean newer = schema.matches("msvc/generated/v\\d+");
      throw FILE.wrong(
          root,
          newer
              ? "it was made by msvc %s as %s; this one reads %s".formatted(madeBy, schema, SCHEMA)
              : "there is no line schema: " + SCHEMA,
          newer ? "use that msvc, or a newer one" : "take the file from git again");
    }
    Map<String, MarkedYaml> of =
        FILE.fields(root, "the file", List.of("schema", "madeBy", "asked", "files"));
    SortedSet<String> asked = new TreeSet<>();
    for (MarkedYaml each : FILE.items(of.get("asked"), "asked", "parts")) {
      asked.add(text(each));
    }
    SortedMap<String, Made> files = new TreeMap<>();
    for (MarkedYaml.Entry each :
        FILE.entries(of.get("files"), "files", "a path and what made it")) {
      files.put(path(each), made(each));
    }
    return new MadeFiles(madeBy, asked, files);
  }

  /** The file is read from a folder that anybody may have written: its paths stay in there. */
  private static String path(MarkedYaml.Entry entry) {
    try {
      return new PlannedFile(entry.key(), "", "").path();
    } catch (IllegalArgumentException e) {
      throw MarkedYaml.wrong(
          MadeFiles.FILE,
          entry.mark(),
          String.valueOf(e.getMessage()),
          "take the file from git again");
    }
  }

  private static Made made(MarkedYaml.Entry entry) {
    Map<String, MarkedYaml> of =
        FILE.fields(entry.value(), "a file", List.of("part", "template", "msvc", "sha256"));
    return new Made(
        said(of.get("part")),
        said(of.get("template")),
        said(of.get("msvc")),
        said(of.get("sha256")));
  }

  private static String said(@Nullable MarkedYaml node) {
    return node == null ? "" : text(node);
  }

  private static String text(MarkedYaml node) {
    if (node instanceof MarkedYaml.Scalar scalar) {
      return scalar.text();
    }
    throw FILE.wrong(node, "one word is expected here", "take the file from git again");
  }

  /** The file's text; the same files give the same bytes. */
  public static String write(MadeFiles made) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", SCHEMA);
    tree.put("madeBy", made.madeBy());
    if (!made.asked().isEmpty()) {
      tree.put("asked", List.copyOf(made.asked()));
    }
    Map<String, Object> files = new LinkedHashMap<>();
    made.files()
        .forEach(
            (path, each) -> {
              Map<String, Object> line = new LinkedHashMap<>();
              line.put("part", each.part());
              line.put("template", each.template());
              line.put("msvc", each.msvc());
              line.put("sha256", each.sha256());
              files.put(path, new BlockYaml.Flow(line));
            });
    tree.put("files", files);
    return "# Written by 'msvc generate': what made each file. Commit it with "
        + MadeFiles.BASE
        + ",\n# by which the next run knows what is yours. One line a file: keep those of both sides.\n"
        + BlockYaml.write(tree, KeptComments.of("", List.of(), Map.of()));
  }
}
