package dev.msvc.analyzers.cut;

import dev.msvc.model.Access;
import dev.msvc.model.Operation;
import dev.msvc.model.TransactionFact;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tables that a transaction only adds rows to, as to a log. */
final class Logs {
  private static final Pattern LOG =
      Pattern.compile(
          "log|logs|audit|history|event|events|notification|notifications|message|messages|outbox"
              + "|email|sms|mail|trail|journal|activity");

  private final Boundary boundary;
  private final Run run;

  Logs(Boundary boundary, Run run) {
    this.boundary = boundary;
    this.run = run;
  }

  /** Whether a transaction only adds rows to a table, as to a log. */
  boolean isLog(TransactionFact transaction, String table) {
    List<Access> writes = new ArrayList<>();
    for (String writer : transaction.writers()) {
      for (Access each : boundary.accesses(table).getOrDefault(writer, List.of())) {
        if (each.op().writes()) {
          writes.add(each);
        }
      }
    }
    if (isAdded(writes, table)) {
      return true;
    }
    if (writes.stream().noneMatch(each -> each.op() == Operation.INSERT)) {
      return false;
    }
    // its class can do more, but perhaps only other callers ask it to
    writes.removeIf(each -> !run.holds(each, transaction));
    return isAdded(writes, table);
  }

  private static boolean isAdded(List<Access> writes, String table) {
    Set<Operation> done = EnumSet.noneOf(Operation.class);
    writes.forEach(each -> done.add(each.op()));
    if (done.isEmpty()) {
      return false;
    }
    return done.equals(EnumSet.of(Operation.INSERT))
        || (Cuts.hasWord(LOG, table)
            && EnumSet.of(Operation.INSERT, Operation.MERGE).containsAll(done));
  }
}
