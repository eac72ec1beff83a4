package dev.msvc.analyzers.cut;

import dev.msvc.model.Certainty;
import dev.msvc.model.Cut;
import dev.msvc.model.CutKind;
import dev.msvc.model.Remedy;
import dev.msvc.model.TransactionFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Transactions that write tables of several owners. Tables that are perhaps not reached are told,
 * and decide nothing.
 */
final class TransactionCuts {
  private TransactionCuts() {}

  static List<Cut> of(Boundary boundary) {
    List<Crossing> crossings = new ArrayList<>();
    for (TransactionFact each : boundary.facts().transactions()) {
      if (boundary.byOwner(each.writes()).size() > 1) {
        crossings.add(Crossing.of(boundary, each));
      }
    }
    Remedies remedies = new Remedies(boundary, crossings);
    List<Cut> cuts = new ArrayList<>();
    for (Crossing each : crossings) {
      cuts.add(cut(each, remedies));
    }
    return cuts;
  }

  private static Cut cut(Crossing crossing, Remedies remedies) {
    TransactionFact transaction = crossing.transaction();
    String name = Cuts.simple(transaction.className()) + "." + transaction.method();
    SortedMap<String, SortedSet<String>> all = crossing.all();
    TreeSet<String> uncertain = new TreeSet<>(transaction.writes());
    uncertain.retainAll(transaction.uncertain());
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, SortedSet<String>> each : all.entrySet()) {
      boolean perhaps = !crossing.sure().containsKey(each.getKey());
      parts.add(
          "%s%s of %s"
              .formatted(perhaps ? "perhaps " : "", Cuts.few(each.getValue()), each.getKey()));
    }
    Remedies.Proposal proposal = remedies.of(crossing);
    return new Cut(
        "transaction/%s.%s".formatted(transaction.className(), transaction.method()),
        CutKind.TRANSACTION,
        crossing.home(),
        proposal.with(),
        List.copyOf(all.keySet()),
        name,
        "%s writes %s in one transaction".formatted(name, String.join(", ", parts)),
        proposal.advice(),
        proposal.remedy(),
        proposal.why(),
        transaction.writes(),
        List.copyOf(uncertain),
        List.of(transaction.className() + "." + transaction.method()),
        "",
        Cuts.hurts(base(proposal.remedy(), crossing.isSure()), all.size(), transaction.certainty()),
        List.of(transaction.place()),
        crossing.isSure() ? transaction.certainty() : Certainty.GUESSED);
  }

  /** Those that a context begins, and that write tables of others alone. */
  static List<Cut> begunIn(Boundary boundary, String context) {
    List<Cut> cuts = new ArrayList<>();
    for (TransactionFact each : boundary.facts().transactions()) {
      SortedMap<String, SortedSet<String>> written = boundary.byOwner(each.surelyWritten());
      if (boundary.context(each.className()).equals(context)
          && !written.isEmpty()
          && boundary.byOwner(each.writes()).size() == 1
          && !written.containsKey(context)) {
        cuts.add(begun(each, context, written));
      }
    }
    return cuts;
  }

  private static Cut begun(
      TransactionFact transaction, String context, SortedMap<String, SortedSet<String>> written) {
    String name = Cuts.simple(transaction.className()) + "." + transaction.method();
    SortedSet<String> tables = new TreeSet<>();
    written.values().forEach(tables::addAll);
    String other = written.firstKey();
    return new Cut(
        "transaction/%s.%s".formatted(transaction.className(), transaction.method()),
        CutKind.TRANSACTION,
        context,
        other,
        List.of(context, other),
        name,
        "%s begins a transaction that writes %s of %s"
            .formatted(name, String.join(", ", tables), other),
        "leave it with the tables, or take these along",
        Remedy.KEEP_TOGETHER,
        "it writes no table of %s: each write becomes a call that commits by itself"
            .formatted(context),
        List.copyOf(tables),
        List.of(),
        List.of(transaction.className() + "." + transaction.method()),
        "",
        Cuts.hurts(base(Remedy.KEEP_TOGETHER, true), tables.size(), transaction.certainty()),
        List.of(transaction.place()),
        transaction.certainty());
  }

  private static int base(Remedy remedy, boolean sure) {
    if (!sure) {
      return 35;
    }
    return switch (remedy) {
      case KEEP_TOGETHER -> 88;
      case TCC -> 82;
      case SAGA -> 76;
      case OUTBOX -> 60;
    };
  }
}
