package dev.msvc.cli;

import dev.msvc.model.Digest;
import dev.msvc.model.Nearest;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.yaml.ShiftDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a shift is: {@code strangle/NAME.yaml}, which is the user's, and beside it what is kept of
 * it.
 */
record ShiftFolder(Path directory, String name) {
  private static final String FOLDER = "strangle";
  private static final String NAME = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

  ShiftFolder {
    if (!name.matches(NAME)) {
      throw new UserError(
          "'%s' is no name of a shift".formatted(name),
          "use lower-case letters, digits and '-'",
          2);
    }
  }

  /** The plan, as messages name it. */
  String shown() {
    return "%s/%s.yaml".formatted(FOLDER, name);
  }

  /** A file beside the plan. */
  Path beside(String ending) {
    return directory.resolve(FOLDER).resolve(name + ending);
  }

  /** The plan as it is written. */
  String text() {
    Path file = beside(".yaml");
    if (!Files.isRegularFile(file)) {
      List<String> near = Nearest.of(name, names());
      throw new UserError(
          "there is no " + shown(),
          near.isEmpty()
              ? "propose it: msvc strangle plan %s (docs/strangle.md)".formatted(name)
              : "did you mean '%s'?".formatted(near.get(0)));
    }
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UserError("%s cannot be read".formatted(shown()), "see who may read it");
    }
  }

  ShiftPlan plan() {
    return ShiftDocument.read(name, shown(), text());
  }

  /** Refuses a plan by which no shift should begin. */
  void requireToBegin() {
    ShiftDocument.readToBegin(name, shown(), text());
  }

  /** Of the plan, by which its shift is bound to it. */
  String digest() {
    return Digest.of(text()).substring(0, 16);
  }

  /** All shifts of the same folder, by name; this one among them where its plan is there. */
  List<ShiftFolder> all() {
    return names().stream()
        .filter(each -> each.matches(NAME))
        .map(each -> new ShiftFolder(directory, each))
        .toList();
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(directory.resolve(FOLDER))) {
      return files
          .map(each -> String.valueOf(each.getFileName()))
          .filter(each -> each.endsWith(".yaml"))
          .map(each -> each.replaceFirst("\\.yaml$", ""))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException none) {
      return List.of();
    }
  }
}
