package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.entry.WritingTransactions;
import dev.msvc.model.Access;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Systems with a unit of work of their own, as a session for each request that some class commits:
 * nothing that we know starts a transaction where rows are written, and yet one is committed. What
 * it spans is not known, so any method may run in it.
 */
final class OwnUnits {
  private static final Set<String> COMMITTED =
      Set.of(
          "org.hibernate.Transaction",
          "jakarta.persistence.EntityTransaction",
          "javax.persistence.EntityTransaction",
          "jakarta.transaction.UserTransaction",
          "javax.transaction.UserTransaction");

  /** Of so many methods that write, one or more starts a transaction where that is usual. */
  private static final int USUAL = 4;

  private OwnUnits() {}

  static boolean isLikely(CodeBase code, WritingTransactions writing, Collection<Access> accesses) {
    Set<String> writers = new HashSet<>();
    for (Access each : accesses) {
      if (each.op().writes() && !each.isMigration()) {
        writers.add(each.className() + "#" + each.method());
      }
    }
    return writing.methods().size() * USUAL < writers.size() && commits(code);
  }

  private static boolean commits(CodeBase code) {
    return code.types().stream()
        .flatMap(type -> type.methods().stream())
        .flatMap(method -> method.calls().stream())
        .anyMatch(OwnUnits::isCommit);
  }

  private static boolean isCommit(Call call) {
    return call.name().equals("commit")
        && (COMMITTED.contains(call.receiver().name())
            || (!call.receiver().known()
                && call.expression() instanceof Expr.Call written
                && written.scope() instanceof Expr.Call got
                && got.name().equals("getTransaction")));
  }

  /** All methods of the system, as if each ran in such a unit. */
  static WritingTransactions anywhere(CodeBase code, WritingTransactions writing) {
    Set<JavaMethod> all = new LinkedHashSet<>();
    code.types().forEach(type -> all.addAll(type.methods()));
    return new WritingTransactions(all, writing.apart(), Set.of(), writing.heard());
  }
}
