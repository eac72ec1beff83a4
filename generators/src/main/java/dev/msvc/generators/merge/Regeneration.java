package dev.msvc.generators.merge;

import dev.msvc.generators.merge.FileChange.Kind;
import dev.msvc.model.PlannedFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a run makes of a folder that an earlier one made and that users have edited. */
public final class Regeneration {
  private static final String FOREIGN = "it was there before, and msvc did not make it";

  private final Map<String, String> base;
  private final There there;

  private Regeneration(Map<String, String> base, There there) {
    this.base = base;
    this.there = there;
  }

  /**
   * What is in the folder.
   *
   * @param texts by path
   * @param others what is no text that msvc may touch, and why
   */
  public record There(Map<String, String> texts, Map<String, String> others) {
    /** Nothing. */
    public static final There NOTHING = new There(Map.of(), Map.of());

    public There {
      texts = Map.copyOf(texts);
      others = Map.copyOf(others);
    }
  }

  /**
   * A change for each file that is planned or was made before, by path.
   *
   * @param base what msvc made before, by path: each as it was made
   * @param locks paths of files that were read to make them: what is there is in them already
   */
  public static List<FileChange> plan(
      List<PlannedFile> planned, Map<String, String> base, There there, Collection<String> locks) {
    Regeneration regeneration = new Regeneration(base, there);
    List<FileChange> changes = new ArrayList<>();
    SortedMap<String, String> texts = new TreeMap<>();
    planned.forEach(each -> texts.put(each.path(), each.text()));
    texts.forEach(
        (path, text) ->
            changes.add(
                locks.contains(path)
                    ? regeneration.lock(path, text)
                    : regeneration.planned(path, text)));
    for (String path : base.keySet()) {
      if (!texts.containsKey(path)) {
        regeneration.unmade(path).ifPresent(changes::add);
      }
    }
    Collections.sort(changes);
    return List.copyOf(changes);
  }

  private FileChange lock(String path, String text) {
    String yours = there.texts().get(path);
    if (there.others().containsKey(path) || yours == null) {
      return planned(path, text);
    }
    boolean same = new Lines(yours).same(new Lines(text));
    return new FileChange(path, same ? Kind.SAME : Kind.UPDATED, yours, same ? yours : text, "");
  }

  private FileChange planned(String path, String text) {
    String other = there.others().get(path);
    String yours = there.texts().get(path);
    String was = base.get(path);
    if (other != null) {
      return new FileChange(path, Kind.FOREIGN, "", "", other);
    }
    if (yours == null) {
      return was == null
          ? new FileChange(path, Kind.CREATED, "", text, "")
          : new FileChange(path, Kind.DELETED, "", "", "you deleted it");
    }
    Lines user = new Lines(yours);
    Lines generated = new Lines(text);
    if (user.same(generated)) {
      return new FileChange(path, Kind.SAME, yours, yours, "");
    }
    if (was == null) {
      return new FileChange(path, Kind.FOREIGN, yours, yours, FOREIGN);
    }
    Lines from = new Lines(was);
    if (from.same(generated)) {
      return new FileChange(path, Kind.EDITED, yours, yours, "you edited it");
    }
    if (from.same(user)) {
      return new FileChange(path, Kind.UPDATED, yours, user.ended(generated.texts()), "");
    }
    return merged(path, from, user, generated, yours);
  }

  private static FileChange merged(
      String path, Lines base, Lines yours, Lines generated, String before) {
    LineMerge.Merged byLine = LineMerge.of(base, yours, generated);
    LineMerge.Merged best = byLine;
    String name = path.toLowerCase(Locale.ROOT);
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      boolean broken =
          byLine.conflict() || dev.msvc.model.yaml.YamlOutline.of(byLine.lines()).isEmpty();
      Optional<LineMerge.Merged> byMeaning =
          broken ? YamlMerge.of(base, yours, generated) : Optional.empty();
      best = byMeaning.orElse(byLine);
    }
    Kind kind =
        best.conflict() ? Kind.CONFLICT : best.text().equals(before) ? Kind.SAME : Kind.MERGED;
    return new FileChange(path, kind, before, best.text(), "");
  }

  private Optional<FileChange> unmade(String path) {
    String yours = there.texts().get(path);
    if (yours == null) {
      return Optional.empty();
    }
    if (new Lines(yours).same(new Lines(base.getOrDefault(path, "")))) {
      return Optional.of(new FileChange(path, Kind.REMOVED, yours, "", ""));
    }
    return Optional.of(
        new FileChange(
            path, Kind.UNMADE, yours, yours, "msvc no longer makes it, and you edited it"));
  }

  /**
   * Whether a text still has marks of conflicts that an earlier run left: the line of the first.
   */
  public static int markedLine(String text) {
    int line = 1;
    for (String each : new Lines(text).texts()) {
      if (each.equals(LineMerge.YOURS) || each.equals(LineMerge.GENERATED)) {
        return line;
      }
      line++;
    }
    return 0;
  }
}
