package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import dev.msvc.model.TransactionFact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Messages that are sent while a transaction is open. */
final class MessagesInTransactions implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F15-MESSAGE-IN-TRANSACTION",
          "messages sent while a transaction is open",
          "a method that runs in a transaction which writes tables sends a "
              + "message through a broker itself",
          "The message may leave although the transaction rolls back, or be lost "
              + "although it commits: unseen as long as both are one program, a wrong "
              + "balance when they are two.",
          "Write the message into an outbox table in the same transaction and "
              + "send it from there; make the receiver bear the same message twice.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Map<String, TransactionFact> transactions = new HashMap<>();
    for (TransactionFact each : ground.facts().transactions()) {
      if (!each.writes().isEmpty()) {
        transactions.put(each.className() + "." + each.method(), each);
      }
    }
    Cases cases = new Cases(ABOUT);
    for (Trait each : ground.traits(TraitKind.MESSAGE_SENT)) {
      TransactionFact within = transactions.get(each.className() + "." + each.method());
      if (within != null) {
        cases
            .of(ground.subject(each.className()))
            .in(ground.map().contextOf(each.className()))
            .saw(
                "%s: %s, and writes %s"
                    .formatted(
                        Ground.method(each.className(), each.method()),
                        each.detail(),
                        Ground.some(within.writes())),
                each.place())
            .surely(within.certainty());
      }
    }
    return cases.each(
        each ->
            each.says(
                Severity.MEDIUM,
                "%s in transactions of %s that write"
                    .formatted(
                        Ground.count(each.count(), "message"), Ground.named(each.subject()))));
  }
}
