package dev.msvc.bench;

import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Progress;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.yaml.JournalDocument;
import dev.msvc.model.yaml.ShiftDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A folder with the plan of a shift, and the real program in it. */
record ShiftProject(Path program, Path folder, ShiftPlan plan) {
  private static final String NAME = "orders";

  /** A new one in a folder that was not there or is empty now. */
  static ShiftProject of(Bench bench, String scratch, String plan) throws IOException {
    Path folder = Files.createTempDirectory(bench.scratch("shift"), scratch + "-");
    Files.createDirectory(folder.resolve("strangle"));
    Files.writeString(folder.resolve("strangle/orders.yaml"), plan);
    return new ShiftProject(
        bench.distribution().resolve("bin/msvc"),
        folder,
        ShiftDocument.read(NAME, "strangle/orders.yaml", plan));
  }

  /** {@code msvc strangle WHAT orders ...}, as it is to be started here. */
  List<String> command(String what, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(program.toString(), "-C", folder.toString(), "strangle", what, NAME));
    command.addAll(List.of(options));
    return command;
  }

  /** Runs it to its end and says how that was. */
  int run(String what, String... options) throws IOException, InterruptedException {
    return Launched.run(command(what, options), Map.of(), output(what)).exitCode();
  }

  /** Where its last run of a command left what it said. */
  Path output(String what) {
    return folder.resolve(what + ".out");
  }

  /** What it said last, for whoever wonders. */
  String said(String what) throws IOException {
    return Files.readString(output(what))
        + Files.readString(output(what).resolveSibling(what + ".out.err"));
  }

  Path beside(String end) {
    return folder.resolve("strangle/" + NAME + end);
  }

  /** As it is by now. */
  Journal journal() throws IOException {
    Path file = beside(".state.json");
    return Files.exists(file)
        ? JournalDocument.read(file.toString(), Files.readString(file), "")
        : new Journal("", List.of(), Progress.fresh(Instant.EPOCH, "", Map.of()));
  }
}
