package dev.msvc.cli;

import dev.msvc.cluster.data.Databases;
import dev.msvc.cluster.data.Pause;
import dev.msvc.cluster.data.Reconciler;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Reconciliation;
import dev.msvc.model.shift.RowMismatch;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.SyncWord;
import dev.msvc.model.shift.TableComparison;
import dev.msvc.model.yaml.ReconciliationDocument;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc strangle reconcile}: where rows of monolith and service are not the same. */
final class ShiftReconcile {
  private static final int TABLES = 10;

  private final Invocation call;
  private final ShiftFolder folder;
  private final ShiftPlan plan;

  ShiftReconcile(Invocation call, ShiftFolder folder, ShiftPlan plan) {
    this.call = call;
    this.folder = folder;
    this.plan = plan;
  }

  static void options(CommandSpec spec) {
    spec.addOption(
        Spec.list(
            "--driver",
            "JAR",
            "start, reconcile, finish: of a database that is not PostgreSQL; may be given again"));
  }

  /** With the drivers of the command line: none is ever taken from a file of the repository. */
  static Databases databases(Invocation call) {
    return Databases.of(
        call.options("--driver").stream().map(each -> call.directory().resolve(each)).toList(),
        call.env());
  }

  int run() {
    SyncWord sync = plan.sync().orElseThrow(this::nothing);
    if (sync.reconcile().isEmpty()) {
      throw nothing();
    }
    ask();
    Reconciliation made = compare(sync);
    if (call.format().forPrograms()) {
      ReconciliationDocument.write(
          plan.name(), made, Notation.of(call.format()), call.console().data());
    } else {
      print(made);
    }
    return !made.isWhole() ? 8 : made.mismatches() > 0 ? 1 : 0;
  }

  /** As it is now, once it was agreed to; empty where the plan names no tables. */
  Optional<Reconciliation> agreed() {
    Optional<SyncWord> compared = plan.sync().filter(each -> !each.reconcile().isEmpty());
    compared.ifPresent(each -> ask());
    return compared.map(this::compare);
  }

  private Reconciliation compare(SyncWord sync) {
    return new Reconciler(databases(call), Clock.systemUTC(), Pause.REAL)
        .compare(sync, this::progress);
  }

  private void progress(String said) {
    if (call.console().progress()) {
      call.console().say(said);
    }
  }

  private UserError nothing() {
    return new UserError(
        "%s names no tables that are compared".formatted(folder.shown()),
        "sync: {reconcile: [{aggregate: Order, monolith: orders, service: orders, key: id}]}"
            + " (docs/data-gates.md)");
  }

  /** A file of the repository says which database gets whose password, and what it is asked. */
  private void ask() {
    if (call.has("-y")) {
      return;
    }
    SyncWords.of(plan).forEach(call.console()::say);
    if (!call.console().asks()) {
      throw new UserError(
          "nobody is there to be asked, and no database was",
          "look at what is above; then say yes with -y",
          2);
    }
    if (!call.console().confirm("ask these databases?")) {
      throw new UserError("no database was asked", "say yes, or -y", 2);
    }
  }

  private void print(Reconciliation made) {
    Console console = call.console();
    long apart = made.tables().stream().filter(each -> each.mismatches() > 0).count();
    long unknown = made.tables().stream().filter(each -> !each.isThere()).count();
    console.heading(
        "%s: %d of %d tables the same%s"
            .formatted(
                plan.name(),
                made.tables().size() - apart - unknown,
                made.tables().size(),
                unknown == 0 ? "" : ", %d could not be compared".formatted(unknown)));
    List<TableComparison> worst =
        made.tables().stream()
            .sorted(
                (one, other) ->
                    Boolean.compare(
                        one.isThere() && one.mismatches() == 0,
                        other.isThere() && other.mismatches() == 0))
            .toList();
    worst.stream().limit(TABLES).forEach(this::print);
    if (worst.size() > TABLES) {
      console.line(
          "and %d more: msvc strangle reconcile %s -o json"
              .formatted(worst.size() - TABLES, plan.name()));
    }
  }

  private void print(TableComparison table) {
    call.console().line("%s: %s".formatted(table.pair().aggregate(), table.words()));
    for (RowMismatch.Kind kind : RowMismatch.Kind.values()) {
      List<String> keys =
          table.first().stream().filter(each -> each.kind() == kind).map(RowMismatch::key).toList();
      if (!keys.isEmpty()) {
        call.console()
            .line(
                "  %-8s %s"
                    .formatted(
                        kind.name().toLowerCase(Locale.ROOT),
                        keys.stream().collect(Collectors.joining(", "))));
      }
    }
    if (table.mismatches() > table.first().size() && !table.first().isEmpty()) {
      call.console()
          .line(
              "  these are the first %d of %,d"
                  .formatted(table.first().size(), table.mismatches()));
    }
  }
}
