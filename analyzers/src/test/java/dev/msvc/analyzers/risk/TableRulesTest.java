package dev.msvc.analyzers.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Finding.Evidence;
import dev.msvc.model.Key;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TableRulesTest {
  private final Fixture fixture =
      new Fixture()
          .type("order", "a.OrderDao")
          .type("stock", "a.StockDao")
          .type("billing", "a.BillingDao")
          .table("order", "orders", "id")
          .table("stock", "items", "id");

  @Test
  void aTableThatOthersWriteIsOneFindingWithAllPlaces() {
    fixture
        .access("a.OrderDao", "save", Operation.INSERT, "orders")
        .access("a.StockDao", "reserve", Operation.UPDATE, "orders")
        .access("a.BillingDao", "bill", Operation.UPDATE, "orders")
        .access("a.BillingDao", "find", Operation.SELECT, "items");

    assertThat(fixture.found(new ManyWriters()))
        .containsExactly(
            "MSVC-F06-MANY-WRITERS/orders HIGH: orders: order owns it, and it is written by"
                + " billing and stock at 2 places");
    assertThat(fixture.only(new ManyWriters()).evidence())
        .containsExactly(
            new Evidence(
                "stock: StockDao.reserve updates orders", new Place("a.StockDao.java", 11)),
            new Evidence(
                "billing: BillingDao.bill updates orders", new Place("a.BillingDao.java", 12)));
  }

  @Test
  void aTableOfASchemaThatItsOwnerWritesTooIsNotNobodys() {
    fixture
        .table("order", "SHOP.ORDERS", "id")
        .access("a.OrderDao", "save", Operation.INSERT, "SHOP.ORDERS")
        .access("a.StockDao", "reserve", Operation.UPDATE, "shop.orders");

    assertThat(fixture.found(new ManyWriters()))
        .containsExactly(
            "MSVC-F06-MANY-WRITERS/orders MEDIUM: orders: order owns it, and it is written by stock"
                + " at 1 place");
  }

  @Test
  void aTableIsCalledAsItsSchemaWritesItWhileIdsStayAsTheyAre() {
    fixture
        .table("order", "\"shop\".\"SHOP_Basket\"", "id")
        .access("a.StockDao", "reserve", Operation.UPDATE, "shop.shop_basket");

    assertThat(fixture.found(new ManyWriters()))
        .containsExactly(
            "MSVC-F06-MANY-WRITERS/shop_basket MEDIUM: SHOP_Basket: order owns it, and it is"
                + " written by stock at 1 place");
  }

  @Test
  void tablesOfOneNameInTwoSchemasHaveAnOwnerEach() {
    fixture
        .table("order", "shop.notes", "id")
        .table("stock", "depot.notes", "id")
        .access("a.StockDao", "note", Operation.INSERT, "shop.notes")
        .access("a.OrderDao", "note", Operation.INSERT, "depot.notes");

    assertThat(fixture.found(new ManyWriters()))
        .containsExactly(
            "MSVC-F06-MANY-WRITERS/notes HIGH: notes: order and stock own one each, and it is"
                + " written by order and stock at 2 places");
  }

  private Fixture mapped() {
    return fixture
        .type("order", "a.Order")
        .type("stock", "a.Item")
        .maps("a.Order", "orders")
        .maps("a.Item", "items");
  }

  @Test
  void aPartThatIsElsewhereThanItsRootIsOneFinding() {
    mapped().holds("a.Order", "items", "a.Item", true);

    assertThat(fixture.found(new SplitAggregates()))
        .containsExactly(
            "MSVC-F15-SPLIT-AGGREGATE/a.Order HIGH: Order: 1 part of it is elsewhere: it lies over"
                + " order and stock");
  }

  @Test
  void whatIsOnlyReferredToIsNoPart() {
    mapped().holds("a.Order", "items", "a.Item", false);

    assertThat(fixture.found(new SplitAggregates())).isEmpty();
  }

  @Test
  void aTableThatOnlyItsOwnerWritesIsNone() {
    fixture.access("a.OrderDao", "save", Operation.INSERT, "orders");

    assertThat(fixture.found(new ManyWriters())).isEmpty();
  }

  private void readByThree(String table) {
    for (String each : List.of("a.OrderDao", "a.StockDao", "a.BillingDao")) {
      fixture.access(each, "list", Operation.SELECT, table);
    }
  }

  @Test
  void aTableThatThreeContextsReadAndHardlyAnyoneWritesIsALookUp() {
    readByThree("country");
    fixture
        .table("order", "country", "id")
        .access("a.OrderDao", "add", Operation.INSERT, "country")
        .access("a.OrderDao", "list", Operation.SELECT, "orders")
        .access("a.StockDao", "list", Operation.SELECT, "orders");

    assertThat(fixture.found(new LookUps()))
        .containsExactly(
            "MSVC-F06-LOOK-UP/country MEDIUM: country is read by billing, order and stock at 3"
                + " places, and written at 1");
  }

  @Test
  void aTableThatComputedStatementsMayFillIsALookUpByGuess() {
    fixture
        .table("order", "country", "id")
        .undefined("unit_tree")
        .table("order", "rates", "id")
        .type("order", "a.RatesTable")
        .unread("a.RatesTable.java", "dynamic table name");
    List.of("country", "unit_tree", "rates").forEach(this::readByThree);
    String read =
        " is read by billing, order and stock at 3 places, and nothing is seen that writes it";

    assertThat(new LookUps().find(new Ground(fixture.map())))
        .extracting(each -> each.message() + " " + each.certainty())
        .containsExactly(
            "country" + read + " PARSED",
            "rates" + read + " GUESSED",
            "unit_tree" + read + " GUESSED");
  }

  @Test
  void whatADaoWritesIsDecidedByItsCallers() {
    readByThree("asset");
    fixture
        .table("order", "asset", "id")
        .access("a.OrderDao", "save", Operation.MERGE, "asset")
        .calls("a.Page.add", "a.OrderDao.save")
        .calls("a.Page.change", "a.OrderDao.save")
        .calls("a.Import.run", "a.OrderDao.save");

    assertThat(fixture.found(new LookUps())).isEmpty();
  }

  @Test
  void behindAServiceItsCallersDecide() {
    readByThree("asset");
    fixture
        .table("order", "asset", "id")
        .access("a.OrderDao", "save", Operation.MERGE, "asset")
        .calls("a.Service.save", "a.OrderDao.save")
        .calls("a.Page.add", "a.Service.save")
        .calls("a.Page.change", "a.Service.save")
        .calls("a.Import.run", "a.Service.save");

    assertThat(fixture.found(new LookUps())).hasSize(1);
    assertThat(fixture.calls("a.Sync.run", "a.Service.save").found(new LookUps())).isEmpty();
  }

  @Test
  void aTableThatLinksOthersOrIsAKindOfOneIsNoLookUp() {
    fixture
        .table("order", "person", "id")
        .refers("person", "id", "object")
        .table("order", "visit", "id")
        .refers("visit", "country_id", "country")
        .refers("visit", "stock_id", "items");
    List.of("person", "visit").forEach(this::readByThree);

    assertThat(fixture.found(new LookUps())).isEmpty();
  }

  @Test
  void aTypeAndAnIdWithoutAForeignKeyPointAnywhere() {
    fixture
        .table("stock", "notes", "id", "ENTITY_TYPE", "ENTITY_ID")
        .table("stock", "relation", "from_id", "from_type", "kind")
        .table("stock", "visit", List.of(), "asked", "note_type", "note_id")
        .table("stock", "payments", "id", "payment_type", "payment_id")
        .table("stock", "resource", List.of(), "resource_id", "name", "resource_type")
        .table(
            "stock",
            "documents",
            List.of(new Key(Key.Kind.PRIMARY, List.of("document_id"))),
            "name",
            "document_id",
            "document_type");

    assertThat(fixture.found(new AnyLinks()))
        .containsExactly(
            "MSVC-F06-ANY-LINK/notes MEDIUM: notes points to rows of any table by entity type and"
                + " id, and no foreign key says which",
            "MSVC-F06-ANY-LINK/relation MEDIUM: relation points to rows of any table by from type"
                + " and id, and no foreign key says which");
  }

  @Test
  void rowsWithoutAKeyCannotBeCarriedBack() {
    fixture
        .table("order", "tags", List.of(), "tag")
        .table("order", "never_written", List.of(), "tag")
        .access("a.OrderDao", "tag", Operation.INSERT, "tags")
        .access("a.OrderDao", "tag", Operation.SELECT, "never_written")
        .access("a.OrderDao", "save", Operation.INSERT, "orders");

    assertThat(fixture.found(new WithoutKey()))
        .containsExactly(
            "MSVC-F03-NO-WAY-BACK/tags MEDIUM: tags has neither a primary nor a unique key, and"
                + " code writes it at 1 place");
  }

  @Test
  void tablesThatNoCodeTouchesAreOneFindingWithoutThoseOfLibraries() {
    fixture
        .access("a.OrderDao", "save", Operation.INSERT, "orders")
        .access("a.StockDao", "save", Operation.INSERT, "items")
        .table("", "bi_export", "id")
        .table("", "old_prices", "id")
        .table("", "QRTZ_TRIGGERS", "id");

    assertThat(fixture.found(new UntouchedTables()))
        .containsExactly(
            "MSVC-F01-UNTOUCHED-TABLES/no-context MEDIUM: no code touches 2 tables that nobody"
                + " owns");
  }
}
