package dev.msvc.cli;

import dev.msvc.analyzers.history.FilesAt;
import dev.msvc.cli.FolderWrite.Step;
import dev.msvc.generators.merge.FileChange;
import dev.msvc.generators.merge.FileChange.Kind;
import dev.msvc.generators.merge.Regeneration;
import dev.msvc.generators.schema.Schema;
import dev.msvc.generators.service.Blueprint;
import dev.msvc.generators.service.Part;
import dev.msvc.model.Digest;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.UserError;
import dev.msvc.model.service.MadeFiles;
import dev.msvc.model.service.MadeFiles.Made;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.yaml.MadeFilesDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a run makes of one service's folder: worked out whole before anything is written. */
final class ServicePlan {
  /** The part that the description of the service is. */
  static final String SPEC = "spec";

  private static final String IGNORED = "/lock\n/next/\n";
  private static final String IGNORE = MadeFiles.FOLDER + "/.gitignore";

  private final ServiceFolder folder;
  private final String service;
  private final String version;
  private final MadeFiles made;
  private final SortedMap<String, PlannedFile> files = new TreeMap<>();
  private final Map<String, String> parts = new HashMap<>();
  private final Map<String, String> pathsByLowCase = new HashMap<>();
  private final Set<String> asked;
  private final List<Part> leftOut = new ArrayList<>();
  private final Map<String, String> base;
  private final List<FileChange> changes;

  /**
   * @param only the part that was asked for; null for the whole service
   * @param spec the text of the service's description, as it is to be kept
   * @param specBase what that was before
   */
  ServicePlan(
      ServiceFolder folder,
      Blueprint blueprint,
      @Nullable Part only,
      String spec,
      @Nullable String specBase,
      String version) {
    this.folder = folder;
    this.service = blueprint.service().name().value();
    this.version = version;
    this.made = folder.made();
    this.asked = new TreeSet<>(made.asked());
    Blueprint from = blueprint.keeping(kept(folder, made), folder.others(Blueprint.ONCE, made));
    add(SPEC, new PlannedFile(ServiceSpec.FILE, spec, ""));
    for (Part each : Part.ALL) {
      boolean wanted = each.wanted().test(blueprint.organisation());
      if (only == null ? wanted || asked.contains(each.name()) : each.equals(only)) {
        each.files(from).forEach(file -> add(each.name(), file));
        if (!wanted) {
          asked.add(each.name());
        }
      } else if (only == null) {
        leftOut.add(each);
      }
    }
    Set<String> paths = new TreeSet<>(files.keySet());
    made.files()
        .forEach(
            (path, by) -> {
              if (only == null || by.part().equals(only.name())) {
                paths.add(path);
              }
            });
    base = folder.base(paths, made);
    if (specBase != null) {
      base.put(ServiceSpec.FILE, specBase);
    }
    Regeneration.There there = folder.there(paths);
    requireMerged(there);
    changes = Regeneration.plan(List.copyOf(files.values()), base, there, Blueprint.LOCKS);
  }

  /** What this run starts from: what is locked, and what is made once. */
  private static Map<String, String> kept(ServiceFolder folder, MadeFiles made) {
    Map<String, String> kept = new HashMap<>();
    for (String each : Blueprint.LOCKS) {
      String text = folder.text(each);
      if (text != null) {
        // what nobody has committed has run nowhere, and is made anew
        boolean once = each.equals(Schema.FILE);
        kept.put(each, once ? FilesAt.committed(folder.root(), each).orElse(text) : text);
      }
    }
    List<String> once =
        made.files().keySet().stream().filter(each -> each.startsWith(Blueprint.ONCE)).toList();
    kept.putAll(folder.base(once, made));
    return kept;
  }

  private void add(String part, PlannedFile file) {
    boolean ours = file.path().startsWith(MadeFiles.FOLDER + "/");
    if (ours || files.containsKey(file.path())) {
      throw new IllegalStateException(
          "two parts make " + file.path() + ": " + parts.get(file.path()) + " and " + part);
    }
    String alike = pathsByLowCase.put(file.path().toLowerCase(Locale.ROOT), file.path());
    if (alike != null) {
      throw new UserError(
          "%s and %s are one file on some discs".formatted(alike, file.path()),
          "rename what one of them is made of");
    }
    files.put(file.path(), file);
    parts.put(file.path(), part);
  }

  private void requireMerged(Regeneration.There there) {
    List<String> marked = new ArrayList<>();
    for (String path : new TreeSet<>(there.texts().keySet())) {
      int line = Regeneration.markedLine(there.texts().getOrDefault(path, ""));
      if (line > 0) {
        marked.add(folder.shown() + "/" + path + ":" + line);
      }
    }
    if (!marked.isEmpty()) {
      throw new UserError(
          "a conflict of last time is still marked: " + new Many(marked),
          "keep what you want of both sides, delete the marks, and run it again",
          5);
    }
  }

  /** The service's name. */
  String service() {
    return service;
  }

  ServiceFolder folder() {
    return folder;
  }

  List<FileChange> changes() {
    return changes;
  }

  /** Name of the part that makes, or made, a file. */
  String part(String path) {
    Made before = made.files().get(path);
    return parts.getOrDefault(path, before == null ? SPEC : before.part());
  }

  /** How many changes are of a kind. */
  long count(Kind kind) {
    return changes.stream().filter(each -> each.kind() == kind).count();
  }

  /** Whether the user's files become others. */
  boolean changesAnything() {
    return changes.stream().anyMatch(each -> each.kind().changes());
  }

  boolean conflicts() {
    return count(Kind.CONFLICT) > 0;
  }

  /** Parts that the organisation does not want and nobody asked for. */
  List<Part> leftOut() {
    return leftOut;
  }

  /** Writes all of it, or nothing. */
  List<String> write() {
    List<Step> steps = steps();
    if (steps.isEmpty()) {
      return List.of();
    }
    return new Workspace().write(folder.root(), steps);
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    SortedMap<String, Made> now = new TreeMap<>(made.files());
    for (FileChange each : changes) {
      PlannedFile file = files.get(each.path());
      if (each.kind().changes()) {
        boolean nothing = each.kind() == Kind.CREATED;
        steps.add(
            new Step(
                each.path(),
                nothing ? null : each.before(),
                each.kind() == Kind.REMOVED ? null : each.after(),
                file != null && file.executable()));
      }
      if (each.kind() == Kind.FOREIGN) {
        continue;
      }
      boolean ours = each.kind().isOurs() && file != null;
      base(steps, each.path(), ours ? Objects.requireNonNull(file).text() : null);
      if (ours) {
        now.put(each.path(), made(Objects.requireNonNull(file)));
      } else {
        now.remove(each.path());
      }
    }
    // what the user deleted and nothing makes any more
    for (String path : base.keySet()) {
      if (!files.containsKey(path)
          && changes.stream().noneMatch(each -> each.path().equals(path))) {
        base(steps, path, null);
        now.remove(path);
      }
    }
    if (folder.text(IGNORE) == null) {
      steps.add(new Step(IGNORE, null, IGNORED, false));
    }
    String before = folder.text(MadeFiles.FILE);
    boolean same = now.equals(made.files()) && asked.equals(made.asked()) && before != null;
    String text = MadeFilesDocument.write(new MadeFiles(version, asked, now));
    if (!same) {
      steps.add(new Step(MadeFiles.FILE, before, text, false));
    }
    return steps;
  }

  private void base(List<Step> steps, String path, @Nullable String text) {
    String before = folder.text(MadeFiles.BASE + path);
    boolean same =
        text == null ? before == null : before != null && lines(text).equals(lines(before));
    if (!same) {
      steps.add(new Step(MadeFiles.BASE + path, before, text, false));
    }
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n");
  }

  /** What made a text stays what made it, so that a run that makes the same changes no line. */
  private Made made(PlannedFile file) {
    String hash = Digest.of(lines(file.text()));
    Made before = made.files().get(file.path());
    boolean same = before != null && before.sha256().equals(hash);
    return new Made(
        Objects.requireNonNull(parts.get(file.path())),
        same ? Objects.requireNonNull(before).template() : file.maker(),
        same ? Objects.requireNonNull(before).msvc() : version,
        hash);
  }
}
