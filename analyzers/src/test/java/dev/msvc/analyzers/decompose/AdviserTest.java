package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.plan.Adviser;
import dev.msvc.model.Advice;
import dev.msvc.model.Facts;
import dev.msvc.model.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AdviserTest {
  @Test
  void startsWhereLeastCrossesAndLeavesAloneWhatOthersWrite() {
    Shop shop =
        new Shop()
            .aggregate("Order", "orders")
            .aggregate("Customer", "customer")
            .aggregate("Invoice", "invoices")
            .calls("shop.app.service.CustomerService", "shop.app.model.Order")
            .accesses("shop.app.service.CustomerService", "block", Operation.UPDATE, "orders")
            .transaction(
                "shop.app.service.CustomerService", List.of(), List.of("customer", "orders"));
    Facts facts = shop.facts();

    Advice advice = Adviser.advise(facts, Decomposer.decompose(facts));

    assertThat(advice.startWith()).isEqualTo("invoice");
    assertThat(advice.why())
        .isEqualTo(
            "100 % of its references stay inside (0 come in, 0 go out), nobody else writes its"
                + " 1 table, 0 transactions cross its boundary, and it has 1 entry point of its own");
    assertThat(advice.leaveAlone()).isEqualTo("order");
    assertThat(advice.whyNot())
        .isEqualTo(
            "what is left when all others are out: it is the monolith; others write 1 of its 1 table,"
                + " 1 transaction crosses its boundary and 1 reference comes in from others");
  }

  @Test
  void hasNothingToSayOfOneContext() {
    Facts facts = new Shop().aggregate("Order", "orders").facts();

    Advice advice = Adviser.advise(facts, Decomposer.decompose(facts));

    assertThat(advice.startWith()).isEmpty();
    assertThat(advice.why()).isEqualTo("there is one context only: nothing to take out of it");
    assertThat(advice.leaveAlone()).isEmpty();
  }
}
