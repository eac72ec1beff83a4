package dev.msvc.analyzers.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.msvc.model.Certainty;
import dev.msvc.model.Cut;
import dev.msvc.model.CutKind;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.OnDelete;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import dev.msvc.model.Remedy;
import dev.msvc.model.TraitKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutsTest {
  /** Orders and stock: a class and a table each. */
  private static Contexts shop() {
    return new Contexts()
        .type("order", "a.Orders", "place")
        .type("stock", "b.Stock", "take")
        .table("order", "orders")
        .table("stock", "items");
  }

  @Test
  void aForeignKeyToAnotherContextIsCut() {
    List<Cut> cuts =
        Cuts.of(
            shop()
                .table("order", "lines")
                .key("lines", "order_id", "orders")
                .key("lines", "item_id", "items")
                .map());

    assertThat(cuts).extracting(Cut::subject).containsExactly("lines.item_id -> items");
    assertThat(cuts.get(0).id()).isEqualTo("foreign-key/lines.item_id/items");
    assertThat(cuts.get(0).isBetween("order", "stock")).isTrue();
    assertThat(cuts.get(0).places()).containsExactly(new Place("V1.sql", 3));
  }

  @Test
  void aKeyThatDeletesOverTheBoundarySaysSoAndHurtsMore() {
    List<Cut> cuts =
        Cuts.of(
            shop()
                .table("order", "lines")
                .key("lines", "item_id", "items", OnDelete.CASCADE)
                .key("orders", "gift_id", "items", OnDelete.SET_NULL)
                .key("orders", "item_id", "items", OnDelete.REFUSE)
                .map());

    assertThat(cuts)
        .extracting(Cut::hurts, Cut::what)
        .containsExactly(
            tuple(
                45,
                "a foreign key of lines.item_id refers to items of stock; on delete cascade: who"
                    + " deletes there deletes rows of lines, too"),
            tuple(
                45,
                "a foreign key of orders.gift_id refers to items of stock; on delete set null: who"
                    + " deletes there empties the column"),
            tuple(30, "a foreign key of orders.item_id refers to items of stock"));
    assertThat(cuts.get(0).advice())
        .isEqualTo(
            "keep the column as a plain id and drop the constraint; stock tells when a row goes,"
                + " and order deletes its own rows then");
  }

  @Test
  void aRelationToAnEntityOfAnotherContextIsCut() {
    List<Cut> cuts =
        Cuts.of(
            shop()
                .type("order", "a.Line")
                .relation("a.Orders", "lines", "a.Line", true)
                .relation("a.Line", "item", "b.Stock", false)
                .map());

    assertThat(cuts).extracting(Cut::what).containsExactly("Line.item holds Stock of stock");
    assertThat(cuts.get(0).advice())
        .isEqualTo("keep the id instead of the object; load Stock through stock's interface");
  }

  @Test
  void aStatementThatJoinsTablesOfTwoOwnersIsCutWithItsText() {
    String text = "select * from orders o join items i on i.id = o.item_id";
    List<Cut> cuts =
        Cuts.of(
            shop()
                .table("order", "lines")
                .join("a.Orders", "find", text, "items", "orders")
                .join("a.Orders", "own", "select ...", "lines", "orders")
                .map());

    assertThat(cuts).hasSize(1);
    assertThat(cuts.get(0).kind()).isEqualTo(CutKind.JOIN);
    assertThat(cuts.get(0).what())
        .isEqualTo("Orders.find joins items of stock with tables of order");
    assertThat(cuts.get(0).text()).isEqualTo(text);
    assertThat(cuts.get(0).methods()).containsExactly("a.Orders.find");
  }

  @Test
  void writesAndReadsOfForeignTablesAreCutByClassAndTable() {
    List<Cut> cuts =
        Cuts.of(
            shop()
                .access("a.Orders", "place", Operation.UPDATE, "items", "qty")
                .access("a.Orders", "show", Operation.SELECT, "items")
                .access("a.Orders", "place", Operation.INSERT, "orders")
                .map());

    assertThat(cuts)
        .extracting(Cut::what)
        .containsExactly(
            "Orders of order writes items of stock (update) in place",
            "Orders of order reads items of stock in show");
  }

  @Test
  void columnsThatDifferentContextsChangeAreToBeSplit() {
    List<Cut> cuts =
        Cuts.of(
            shop()
                .access("a.Orders", "place", Operation.UPDATE, "items", "qty")
                .access("b.Stock", "rename", Operation.UPDATE, "items", "name")
                .map());

    Cut split = only(cuts, CutKind.COLUMN_SPLIT);
    assertThat(split.what())
        .isEqualTo(
            "items of stock is written by order, stock: order changes qty; stock changes name");
    assertThat(split.advice()).startsWith("split the table by these columns");
  }

  @Test
  void whereColumnsAreNotKnownThatIsSaid() {
    List<Cut> cuts =
        Cuts.of(
            shop()
                .access("a.Orders", "place", Operation.MERGE, "items")
                .access("b.Stock", "rename", Operation.UPDATE, "items", "name")
                .map());

    assertThat(only(cuts, CutKind.COLUMN_SPLIT).what())
        .endsWith("stock changes name; order stores whole rows, so its columns are not known");
  }

  @Test
  void viewsTriggersRoutinesAndSequencesOfTwoOwnersAreCut() {
    List<Cut> cuts =
        Cuts.of(
            shop()
                .view("v_all", "items", "orders")
                .view("v_own", "orders")
                .object(
                    "t_take",
                    DatabaseObjectKind.TRIGGER,
                    List.of("orders"),
                    Operation.UPDATE,
                    "items")
                .object(
                    "p_close",
                    DatabaseObjectKind.PROCEDURE,
                    List.of(),
                    Operation.SELECT,
                    "items",
                    "orders")
                .object(
                    "ids",
                    DatabaseObjectKind.SEQUENCE,
                    List.of("items", "orders"),
                    Operation.SELECT)
                .map());

    assertThat(cuts)
        .extracting(Cut::id)
        .containsExactly("trigger/t_take", "routine/p_close", "view/v_all", "sequence/ids");
  }

  @Test
  void oneForeignTableThatCanFollowLaterIsToldByAnOutbox() {
    Cut cut = transaction(shop().table("stock", "hints"), "b.Stock", Operation.INSERT, "hints");

    assertThat(cut.remedy()).isEqualTo(Remedy.OUTBOX);
    assertThat(cut.why()).isEqualTo("hints of stock is only added to, so stock can follow later");
  }

  @Test
  void anAmountThatIsTakenIsTriedConfirmedAndCancelled() {
    Cut cut = transaction(shop(), "b.Stock", Operation.UPDATE, "items", "qty");

    assertThat(cut.remedy()).isEqualTo(Remedy.TCC);
    assertThat(cut.why()).isEqualTo("Stock.run changes the amount items.qty");
  }

  @Test
  void anAmountThatAnotherWayTakesIsNotTheReason() {
    Contexts shop =
        shop()
            .type("stock", "b.Store", "take", "rename")
            .calls("a.Orders", "place", "b.Store", "rename")
            .calls("a.Orders", "other", "b.Store", "take")
            .access("b.Store", "rename", Operation.UPDATE, "items", "name")
            .access("b.Store", "take", Operation.UPDATE, "items", "qty")
            .transaction("a.Orders", "place", List.of("b.Store"), "items", "orders");

    assertThat(only(Cuts.of(shop.map()), CutKind.TRANSACTION).remedy()).isEqualTo(Remedy.OUTBOX);

    Cut taken =
        only(
            Cuts.of(shop.calls("a.Orders", "place", "b.Store", "take").map()), CutKind.TRANSACTION);
    assertThat(taken.remedy()).isEqualTo(Remedy.TCC);
    assertThat(taken.why()).isEqualTo("Store.take changes the amount items.qty");
  }

  @Test
  void whoOnlyDeletesRowsIsNotSaidToStoreThem() {
    Cut cut =
        only(
            Cuts.of(
                shop()
                    .access("a.Orders", "clean", Operation.DELETE, "items")
                    .access("b.Stock", "take", Operation.UPDATE, "items", "qty")
                    .map()),
            CutKind.COLUMN_SPLIT);

    assertThat(cut.what())
        .isEqualTo(
            "items of stock is written by order, stock: stock changes qty; order only deletes"
                + " rows");
  }

  @Test
  void whoSetsAWholeRowIsNotSaidToMeanItsAmounts() {
    String[] all = {"qty", "b", "c", "d", "e", "f", "g", "h"};
    Cut cut = transaction(shop(), "b.Stock", Operation.UPDATE, "items", all);

    assertThat(cut.remedy()).isEqualTo(Remedy.OUTBOX);
  }

  @Test
  void theKeyOfARowIsNoColumnThatBothSidesChange() {
    Cut cut =
        transaction(
            shop()
                .primaryKey("items", "id")
                .access("a.Orders", "fix", Operation.UPDATE, "items", "id"),
            "b.Stock",
            Operation.UPDATE,
            "items",
            "id",
            "state");

    assertThat(cut.remedy()).isEqualTo(Remedy.OUTBOX);
  }

  @Test
  void severalForeignTablesWithSomethingThatUndoesAreASaga() {
    Contexts shop =
        shop()
            .type("pay", "c.Payments", "charge", "refund")
            .table("pay", "payments")
            .table("pay", "invoices")
            .access("c.Payments", "charge", Operation.UPDATE, "payments", "state")
            .access("c.Payments", "charge", Operation.UPDATE, "invoices", "state")
            .transaction(
                "a.Orders", "place", List.of("c.Payments"), "invoices", "orders", "payments");

    Cut cut = only(Cuts.of(shop.map()), CutKind.TRANSACTION);
    assertThat(cut.remedy()).isEqualTo(Remedy.SAGA);
    assertThat(cut.why())
        .isEqualTo(
            "invoices, payments of pay are written beside tables of order; Payments.refund can"
                + " undo");
  }

  @Test
  void aColumnThatAStatementTakesSomethingOffIsAnAmountWhateverItIsCalled() {
    Contexts shop =
        shop()
            .type("stock", "b.Store", "reduce", "add")
            .trait(TraitKind.AMOUNT_TAKEN, "items", "number", "b.Store", "reduce")
            .access("b.Store", "reduce", Operation.UPDATE, "items", "number")
            .access("b.Store", "add", Operation.UPDATE, "items", "number")
            .calls("a.Orders", "place", "b.Store", "reduce")
            .calls("a.Orders", "cancel", "b.Store", "add")
            .transaction("a.Orders", "place", List.of("b.Store"), "items", "orders")
            .transaction("a.Orders", "cancel", List.of("b.Store"), "items", "orders");

    assertThat(Cuts.of(shop.map()))
        .filteredOn(each -> each.kind() == CutKind.TRANSACTION)
        .extracting(Cut::subject, Cut::remedy)
        .containsExactly(tuple("Orders.place", Remedy.TCC), tuple("Orders.cancel", Remedy.OUTBOX));
  }

  @Test
  void whatUndoesIsFoundByOppositeVerbsAndWhereTheTransactionBegins() {
    Contexts shop =
        shop()
            .type("order", "a.Sales", "submit", "cancel", "other")
            .type("pay", "c.Points", "lockPoints", "unlockPoints", "unlockCard")
            .table("pay", "points")
            .table("pay", "bonus")
            .access("c.Points", "lockPoints", Operation.UPDATE, "points", "state")
            .access("c.Points", "lockPoints", Operation.UPDATE, "bonus", "state")
            .access("c.Points", "unlockPoints", Operation.UPDATE, "points", "state")
            .calls("a.Sales", "submit", "c.Points", "lockPoints")
            .calls("a.Sales", "cancel", "c.Points", "unlockPoints")
            .transaction("a.Sales", "submit", List.of("c.Points"), "bonus", "orders", "points")
            .transaction("a.Sales", "cancel", List.of("c.Points"), "bonus", "orders", "points");

    assertThat(Cuts.of(shop.map()))
        .filteredOn(each -> each.kind() == CutKind.TRANSACTION)
        .extracting(Cut::subject, Cut::why)
        .containsExactlyInAnyOrder(
            tuple(
                "Sales.submit",
                "bonus, points of pay are written beside tables of order; Points.unlockPoints,"
                    + " Sales.cancel can undo"),
            tuple(
                "Sales.cancel",
                "bonus, points of pay are written beside tables of order; by its name it undoes"
                    + " others: repeat it until it succeeds"));
  }

  @Test
  void aTransactionOverThreeContextsIsOfTheOneWhoseMethodItIsAndNamesEachOther() {
    Contexts shop =
        shop()
            .toSplit("OrderService", "order", "convert")
            .table("stock", "shelves")
            .type("pay", "c.Payments", "charge")
            .table("pay", "payments")
            .access("b.Stock", "take", Operation.INSERT, "items")
            .access("b.Stock", "take", Operation.INSERT, "shelves")
            .access("c.Payments", "charge", Operation.UPDATE, "payments", "state")
            .transaction(
                "OrderService",
                "convert",
                List.of("b.Stock", "c.Payments"),
                "items",
                "orders",
                "payments",
                "shelves");

    Cut cut = only(Cuts.of(shop.map()), CutKind.TRANSACTION);

    assertThat(cut.from()).isEqualTo("order");
    assertThat(cut.to()).isEqualTo("pay");
    assertThat(cut.why())
        .isEqualTo(
            "only payments of pay is changed beside tables of order; items, shelves of stock are"
                + " only added to");
    assertThat(cut.advice())
        .isEqualTo(
            "write the event with the own rows; pay and stock follow, if nobody must see all at"
                + " once");
  }

  @Test
  void columnsThatBothSidesChangeKeepThemTogether() {
    Cut cut =
        transaction(
            shop().access("a.Orders", "fix", Operation.UPDATE, "items", "qty"),
            "b.Stock",
            Operation.UPDATE,
            "items",
            "qty");

    assertThat(cut.remedy()).isEqualTo(Remedy.KEEP_TOGETHER);
    assertThat(cut.why()).isEqualTo("order and stock both change items.qty");
  }

  @Test
  void rowsThatDieTogetherKeepThemTogether() {
    Cut cut =
        transaction(
            shop()
                .maps("a.Orders", "orders")
                .maps("b.Stock", "items")
                .relation("a.Orders", "items", "b.Stock", true),
            "b.Stock",
            Operation.UPDATE,
            "items",
            "name");

    assertThat(cut.remedy()).isEqualTo(Remedy.KEEP_TOGETHER);
    assertThat(cut.why())
        .isEqualTo("rows of orders and items live and die together (Orders.items)");
  }

  @Test
  void manyTransactionsThatWriteBothKeepThemTogether() {
    Contexts shop = shop().access("b.Stock", "take", Operation.UPDATE, "items", "name");
    for (int i = 0; i < Remedies.MANY; i++) {
      shop.transaction("a.Orders", "place" + i, List.of("b.Stock"), "items", "orders");
    }

    assertThat(Cuts.of(shop.map()))
        .filteredOn(cut -> cut.kind() == CutKind.TRANSACTION)
        .hasSize(Remedies.MANY)
        .extracting(Cut::remedy)
        .containsOnly(Remedy.KEEP_TOGETHER);
  }

  @Test
  void aLogThatManyTransactionsOnlyAddToHoldsNothingTogetherWhateverItsMapperCanDo() {
    Contexts shop =
        shop()
            .table("stock", "sys_log")
            .type("stock", "b.LogMapper", "insert", "updateByPrimaryKey", "deleteByExample")
            .access("b.LogMapper", "insert", Operation.INSERT, "sys_log")
            .access("b.LogMapper", "updateByPrimaryKey", Operation.UPDATE, "sys_log", "text")
            .access("b.LogMapper", "deleteByExample", Operation.DELETE, "sys_log");
    for (int i = 0; i < Remedies.MANY; i++) {
      shop.calls("a.Orders", "place" + i, "b.LogMapper", "insert")
          .transaction("a.Orders", "place" + i, List.of("b.LogMapper"), "orders", "sys_log");
    }

    assertThat(Cuts.of(shop.map()))
        .filteredOn(cut -> cut.kind() == CutKind.TRANSACTION)
        .hasSize(Remedies.MANY)
        .allSatisfy(
            cut -> {
              assertThat(cut.remedy()).isEqualTo(Remedy.OUTBOX);
              assertThat(cut.why())
                  .isEqualTo("sys_log of stock is only added to, so stock can follow later");
            });
  }

  @Test
  void theStateOfAnInventoryIsNoAmountOfIt() {
    Contexts shop =
        shop()
            .table("stock", "inventory_statuses")
            .access("b.Stock", "take", Operation.UPDATE, "inventory_statuses", "status_id")
            .transaction("a.Orders", "place", List.of("b.Stock"), "inventory_statuses", "orders");

    assertThat(only(Cuts.of(shop.map()), CutKind.TRANSACTION).remedy()).isEqualTo(Remedy.OUTBOX);
  }

  @Test
  void tablesThatArePerhapsNotReachedDecideNothing() {
    Contexts shop =
        shop()
            .access("b.Stock", "take", Operation.UPDATE, "items", "qty")
            .transaction(
                "a.Orders", "place", List.of("b.Stock"), List.of("items"), "items", "orders");

    Cut cut = only(Cuts.of(shop.map()), CutKind.TRANSACTION);
    assertThat(cut.remedy()).isEqualTo(Remedy.OUTBOX);
    assertThat(cut.advice()).startsWith("check first whether it really reaches them");
    assertThat(cut.what())
        .isEqualTo(
            "Orders.place writes orders of order, perhaps items of stock in one transaction");
    assertThat(cut.uncertain()).containsExactly("items");
    assertThat(cut.certainty()).isEqualTo(Certainty.GUESSED);
  }

  @Test
  void whatStaysWithinAContextIsNoCut() {
    assertThat(
            Cuts.of(
                shop()
                    .table("order", "lines")
                    .type("", "x.Shared")
                    .access("a.Orders", "place", Operation.INSERT, "orders")
                    .access("x.Shared", "peek", Operation.SELECT, "orders")
                    .transaction("a.Orders", "place", List.of("a.Orders"), "lines", "orders")
                    .map()))
        .isEmpty();
  }

  private static Cut transaction(
      Contexts shop, String writer, Operation op, String table, String... columns) {
    return only(
        Cuts.of(
            shop.access(writer, "run", op, table, columns)
                .transaction("a.Orders", "place", List.of(writer), table, "orders")
                .map()),
        CutKind.TRANSACTION);
  }

  private static Cut only(List<Cut> cuts, CutKind kind) {
    List<Cut> found = cuts.stream().filter(cut -> cut.kind() == kind).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
