package dev.msvc.analyzers.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.TraitKind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StoreRulesTest {
  private final Fixture fixture = new Fixture().type("order", "a.Orders").type("stock", "a.Stock");

  @Test
  void aKeyThatTwoContextsUseIsWorseThanOneOfItsOwn() {
    fixture
        .trait(TraitKind.KEPT_STATE, "item:", "Redis.set of 'item:'", "a.Orders", "add")
        .trait(TraitKind.KEPT_STATE, "item:", "Redis.del of 'item:'", "a.Stock", "clear")
        .trait(TraitKind.KEPT_STATE, "(computed)", "Redis.set", "a.Orders", "b")
        .trait(TraitKind.SHARED_LOCK, "(computed)", "getLock", "a.Orders", "pay")
        .trait(TraitKind.SHARED_LOCK, "(computed)", "getLock", "a.Stock", "count")
        .trait(TraitKind.OUTSIDE_COUNTER, "no:", "increment of 'no:'", "a.Orders", "next");

    assertThat(fixture.found(new KeptState()))
        .containsExactly(
            "MSVC-F08-KEPT-STATE/order HIGH: 2 places of order use what is kept in Redis; 1 for"
                + " keys that other contexts use, too",
            "MSVC-F08-KEPT-STATE/stock HIGH: 1 place of stock uses what is kept in Redis; 1 for"
                + " keys that other contexts use, too");
    assertThat(fixture.found(new SharedLocks()))
        .containsExactly(
            "MSVC-F07-LOCKS/order MEDIUM: 1 place of order takes locks or sets marks in Redis",
            "MSVC-F07-LOCKS/stock MEDIUM: 1 place of stock takes locks or sets marks in Redis");
    assertThat(fixture.found(new OutsideCounters()))
        .containsExactly(
            "MSVC-F09-OUTSIDE-COUNTERS/order MEDIUM: 1 place of order counts up in Redis");
  }

  @Test
  void severalDatabasesAreToldBesideTheOneThatMostName() {
    fixture
        .trait(TraitKind.DATABASE, "main", "@PersistenceContext main", "a.Orders", "")
        .trait(TraitKind.DATABASE, "main", "unit main", "", "")
        .trait(TraitKind.DATABASE, "audit", "is mapped in unit audit", "a.Stock", "");

    assertThat(fixture.only(new SeveralDatabases()).contexts()).containsExactly("stock");
    assertThat(fixture.found(new SeveralDatabases()))
        .containsExactly(
            "MSVC-F15-SEVERAL-DATABASES/databases MEDIUM: tables lie in several databases, as units"
                + " or annotations say: audit beside main");
  }

  @Test
  void oneDatabaseThatAnnotationsNameLiesBesideTheOneOfTheSettings() {
    fixture.trait(TraitKind.DATABASE, "series", "@DS series", "a.Stock", "");

    assertThat(fixture.found(new SeveralDatabases()))
        .containsExactly(
            "MSVC-F15-SEVERAL-DATABASES/databases MEDIUM: some tables lie in a database of their own,"
                + " as annotations say: series");
  }

  @Test
  void rightsThatAreNoAnnotationsAreFindingsOfTheirOwn() {
    fixture
        .trait(TraitKind.CODE_SECURITY, "hasRole", "calls Rights.hasRole", "a.Orders", "pay")
        .trait(TraitKind.PAGE_SECURITY, "web/pay.xhtml", "asks once", "", "")
        .trait(TraitKind.URL_SECURITY, "/jobs/**", "ADMIN at /jobs/**", "", "")
        .trait(TraitKind.URL_SECURITY, "/**", "USER at /**", "", "")
        .schedule("a.Stock", "run", "/jobs/run")
        .schedule("a.Orders", "pay", "/faces/pay.xhtml");

    assertThat(fixture.found(new MethodSecurity()))
        .containsExactly(
            "MSVC-F05-METHOD-SECURITY/addresses MEDIUM: rules for addresses of stock ask for a role"
                + " or a right at 2 places",
            "MSVC-F05-METHOD-SECURITY/calls MEDIUM: code of order asks for a role or a right at 1"
                + " place",
            "MSVC-F05-METHOD-SECURITY/pages MEDIUM: 1 page of order asks for a role or a right");
  }

  @Test
  void addressesMatchTheirPatternsWithAllBelowAndWithVariables() {
    for (String each : List.of("/a", "/b/1/x", "/c/{key}", "/d/x.do", "/e/x/y")) {
      String context = each.substring(1, 2);
      fixture.type(context, "a.Of" + context).schedule("a.Of" + context, "run", each);
    }
    for (String each : List.of("/a/**", "/b/**/x", "/c/{id}", "/**/*.do", "/e/*")) {
      fixture.trait(TraitKind.URL_SECURITY, each, "ADMIN at " + each, "", "");
    }

    assertThat(fixture.only(new MethodSecurity()).contexts()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void whoDidSomethingToARowIsNoTenantAndSomethingElseInMostTablesMayBe() {
    for (int i = 0; i < 10; i++) {
      fixture.table(
          "order",
          "t" + i,
          "id",
          "signer_id",
          "signed_at",
          "creator_id",
          "head_id",
          "firm_id",
          "firm_name",
          "firm_location");
      fixture.refers("t" + i, "head_id", "web_user");
    }
    fixture.table("order", "web_user", "id", "name");

    assertThat(fixture.found(new Tenancy()))
        .containsExactly(
            "MSVC-F12-TENANCY/column-firm_id HIGH: 10 of 11 tables have a column firm_id: rows of"
                + " several customers side by side");
    assertThat(fixture.only(new Tenancy()).told()).endsWith("(guessed, or in part)");
  }

  @Test
  void whoDidSomethingIsKnownByItsTimeInAllSpellings() {
    for (String when : List.of("sign_date", "signed", "signedat", "signing_timestamp")) {
      Fixture tables = new Fixture();
      for (int i = 0; i < 10; i++) {
        tables.table("order", "t" + i, "id", "signer_id", when);
      }
      assertThat(tables.found(new Tenancy())).as(when).isEmpty();
    }
  }

  @Test
  void rowsOfMarkedClassesAndOfThoseBelowThemAreOfOneCustomerEach() {
    fixture
        .trait(TraitKind.TENANCY, "tenantFilter", "@Filter tenantFilter", "a.Orders", "")
        .below("a.Orders", "order", "a.Offers")
        .table("order", "orders", "id", "no")
        .entities("orders", "a.Orders")
        .table("order", "offers", "id", "no")
        .entities("offers", "a.Offers")
        .table("stock", "items", "id", "no")
        .entities("items", "a.Stock");

    assertThat(fixture.found(new Tenancy()))
        .containsExactly(
            "MSVC-F12-TENANCY/tenant HIGH: rows of 2 of 3 tables are of one customer each, as"
                + " mappings say");
  }

  @Test
  void whatAddsTheTenantToEachStatementConcernsAllTables() {
    fixture.trait(TraitKind.TENANCY, "Own", "is a TenantLineHandler", "a.Orders", "");

    assertThat(fixture.found(new Tenancy()))
        .containsExactly(
            "MSVC-F12-TENANCY/tenant HIGH: an interceptor adds the tenant to each statement: rows of"
                + " all tables, save those that it leaves out, are of one customer each");
  }
}
