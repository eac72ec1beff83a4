package dev.msvc.analyzers.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.AccessVia;
import dev.msvc.model.Operation;
import dev.msvc.model.TraitKind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TraitRulesTest {
  private final Fixture fixture =
      new Fixture()
          .type("order", "a.Orders")
          .type("stock", "a.Stock")
          .table("order", "orders", "id", "tenant_id")
          .table("stock", "items", "id", "tenant_id");

  @Test
  void anAttributeOfTheSessionThatTwoContextsUseComesFirst() {
    fixture
        .trait(TraitKind.SESSION_STATE, "basket", "set in the session", "a.Orders", "add")
        .trait(TraitKind.SESSION_STATE, "basket", "read from the session", "a.Stock", "reserve")
        .trait(TraitKind.SESSION_STATE, "page", "set in the session", "a.Orders", "list");

    assertThat(fixture.found(new SessionState()))
        .containsExactly(
            "MSVC-F05-SESSION-STATE/order HIGH: 2 places of order use the session; 1 for attributes"
                + " that other contexts use, too",
            "MSVC-F05-SESSION-STATE/stock HIGH: 1 place of stock uses the session; 1 for attributes"
                + " that other contexts use, too");
  }

  @Test
  void securityAtMethodsIsOneFinding() {
    fixture
        .trait(TraitKind.METHOD_SECURITY, "Secured", "@Secured ADMIN", "a.Orders", "cancel")
        .trait(TraitKind.METHOD_SECURITY, "Secured", "@Secured ADMIN", "a.Stock", "count");

    assertThat(fixture.found(new MethodSecurity()))
        .containsExactly(
            "MSVC-F05-METHOD-SECURITY/methods MEDIUM: 2 methods or classes of order and stock ask"
                + " for a role or a right");
  }

  @Test
  void aCacheThatTwoContextsUseIsWorseThanOneOfItsOwn() {
    fixture
        .trait(TraitKind.CACHE, "prices", "@Cacheable", "a.Orders", "price")
        .trait(TraitKind.CACHE, "prices", "@CacheEvict", "a.Stock", "change")
        .trait(TraitKind.CACHE, "regions", "a cache of Ehcache", "", "");

    assertThat(fixture.found(new Caches()))
        .containsExactly(
            "MSVC-F08-CACHE/order HIGH: 1 place with caches in order; 1 for caches that other"
                + " contexts use, too",
            "MSVC-F08-CACHE/settings LOW: 1 place with caches in settings",
            "MSVC-F08-CACHE/stock HIGH: 1 place with caches in stock; 1 for caches that other"
                + " contexts use, too");
  }

  @Test
  void columnsOfTenantsCountAndTheirOwnKeyDoesNot() {
    fixture.table("order", "lines", "id", "tenant_id");

    assertThat(fixture.found(new Tenancy()))
        .containsExactly(
            "MSVC-F12-TENANCY/column-tenant_id HIGH: 3 of 3 tables have a column tenant_id: rows of"
                + " several customers side by side");
  }

  @Test
  void aColumnOfTenantsInFewOfTheTablesThatAreWrittenIsNone() {
    fixture.table("order", "lines", "id", "tenant_id");
    for (int i = 0; i < 6; i++) {
      fixture.table("stock", "part" + i, "id", "name");
      fixture.access("a.Stock", "save", Operation.INSERT, "part" + i);
    }
    fixture.access("a.Orders", "save", Operation.INSERT, "orders");
    assertThat(fixture.found(new Tenancy())).isEmpty();

    fixture.access("a.Orders", "save", Operation.INSERT, "lines");
    fixture.access("a.Orders", "save", Operation.UPDATE, "items");
    fixture.table("order", "read", "id", "name");
    assertThat(fixture.found(new Tenancy()))
        .containsExactly(
            "MSVC-F12-TENANCY/column-tenant_id HIGH: 3 of 10 tables have a column tenant_id: rows"
                + " of several customers side by side");
  }

  @Test
  void tenantsKeptApartBySchemaAreNotThoseKeptApartByRows() {
    fixture
        .trait(TraitKind.TENANCY, "x", "hibernate.multiTenancy = SCHEMA", "", "")
        .trait(TraitKind.SCHEMA_SWITCH, "setSchema", "Connection.setSchema", "a.Orders", "open")
        .trait(TraitKind.TENANCY, "Order", "@TenantId", "a.Orders", "");

    assertThat(fixture.found(new SchemaPerTenant()))
        .containsExactly(
            "MSVC-F12-SCHEMA-PER-TENANT/schemas HIGH: the schema or database is chosen while the"
                + " system runs, at 2 places");
    assertThat(fixture.found(new Tenancy()))
        .containsExactly("MSVC-F12-TENANCY/tenant HIGH: code tells customers apart at 1 place");
  }

  @Test
  void templatesAndBundlesCountWhereTwoContextsUseThem() {
    fixture
        .trait(TraitKind.TEMPLATE, "list", "renders list", "a.Orders", "all")
        .trait(TraitKind.TEMPLATE, "list", "renders list", "a.Stock", "all")
        .trait(TraitKind.TEMPLATE, "error", "renders error", "a.Orders", "failed")
        .trait(TraitKind.TEMPLATE, "error", "renders error", "a.Stock", "failed")
        .trait(TraitKind.TEMPLATE, "own", "renders own", "a.Orders", "own")
        .trait(TraitKind.MESSAGES, "messages", "asks", "a.Orders", "all")
        .trait(TraitKind.MESSAGES, "messages", "asks", "a.Stock", "all")
        .trait(TraitKind.MESSAGES, "labels", "reads", "a.Stock", "all");

    assertThat(fixture.found(new SharedTemplates()))
        .containsExactly(
            "MSVC-F13-SHARED-TEMPLATE/list MEDIUM: the template list is rendered by order and"
                + " stock, at 2 places");
    assertThat(fixture.found(new SharedMessages()))
        .containsExactly(
            "MSVC-F13-SHARED-MESSAGES/messages LOW: texts of messages are taken by order and stock,"
                + " at 2 places");
  }

  @Test
  void messagesCountOnlyInATransactionThatWrites() {
    fixture
        .trait(TraitKind.MESSAGE_SENT, "JmsTemplate", "JmsTemplate.send", "a.Orders", "place")
        .trait(TraitKind.MESSAGE_SENT, "JmsTemplate", "JmsTemplate.send", "a.Stock", "tell")
        .transaction("a.Orders", "place", "orders");

    assertThat(fixture.found(new MessagesInTransactions()))
        .containsExactly(
            "MSVC-F15-MESSAGE-IN-TRANSACTION/order MEDIUM: 1 message in transactions of order that"
                + " write");
  }

  @Test
  void messagesThatAreSentFurtherDownCountInTheNearestTransactionThatWrites() {
    fixture
        .type("stock", "a.Mail")
        .trait(TraitKind.MESSAGE_SENT, "JmsTemplate", "JmsTemplate.send", "a.Mail", "send")
        .calls("a.Orders.place", "a.Stock.reserve")
        .calls("a.Stock.reserve", "a.Mail.send")
        .transaction("a.Orders", "place", "orders")
        .transaction("a.Stock", "reserve");

    assertThat(fixture.found(new MessagesInTransactions()))
        .containsExactly(
            "MSVC-F15-MESSAGE-IN-TRANSACTION/order MEDIUM: 1 message in transactions of order that"
                + " write");
    assertThat(fixture.only(new MessagesInTransactions()).evidence())
        .extracting(each -> each.what())
        .containsExactly(
            "Mail.send: JmsTemplate.send on the way from Orders.place, which writes orders");
  }

  @Test
  void messagesOutsideOfTheCallersTransactionDoNotCount() {
    fixture
        .type("stock", "a.Mail")
        .trait(TraitKind.MESSAGE_SENT, "JmsTemplate", "JmsTemplate.send", "a.Mail", "send")
        .calls("a.Orders.place", "a.Stock.reserve")
        .calls("a.Stock.reserve", "a.Mail.send")
        .transaction("a.Orders", "place", "orders")
        .transaction("a.Stock", "reserve", "REQUIRES_NEW", List.of());

    assertThat(fixture.found(new MessagesInTransactions())).isEmpty();
  }

  @Test
  void rulesForRollbackCountWhereTheTransactionCrosses() {
    fixture
        .trait(
            TraitKind.ROLLBACK_RULE,
            "Orders.place",
            "@Transactional(noRollbackFor)",
            "a.Orders",
            "place")
        .trait(
            TraitKind.ROLLBACK_RULE,
            "Stock.count",
            "@Transactional(rollbackFor)",
            "a.Stock",
            "count")
        .transaction("a.Orders", "place", "orders", "items")
        .transaction("a.Stock", "count", "items");

    assertThat(fixture.found(new RollbackRules()))
        .containsExactly(
            "MSVC-F15-ROLLBACK-RULES/order MEDIUM: 1 transaction of order with rules for rollback"
                + " touches tables of several contexts");
  }

  @Test
  void anEntityOfAnotherThatIsChangedComesBeforeOneThatIsWalked() {
    fixture
        .changes("a.Orders", "show", AccessVia.FETCH, "items")
        .changes("a.Orders", "reserve", AccessVia.DIRTY_CHECKING, "items")
        .changes("a.Stock", "reserve", AccessVia.DIRTY_CHECKING, "items");

    assertThat(fixture.only(new ForeignEntities()).evidence())
        .extracting(each -> each.what())
        .containsExactly(
            "Orders.reserve changes rows of items of stock",
            "Orders.show follows a relation to items of stock");
  }

  @Test
  void aLineThatReachesTwoTablesOfOthersIsOnePlace() {
    fixture
        .changes("a.Orders", "show", AccessVia.FETCH, "items")
        .alsoChanges("a.Orders", "show", AccessVia.DIRTY_CHECKING, "items")
        .alsoChanges("a.Orders", "show", AccessVia.FETCH, "invoices");

    assertThat(fixture.only(new ForeignEntities()).evidence()).hasSizeGreaterThan(1);
    assertThat(fixture.only(new ForeignEntities()).message())
        .isEqualTo("1 place of order reaches entities of others, and 1 of them changes one");
  }

  @Test
  void classesByComputedNamesAloneAreGuessed() {
    fixture.trait(TraitKind.PLUG_IN, "ServiceLoader", "ServiceLoader.load", "a.Orders", "plugins");

    assertThat(fixture.found(new PlugIns()))
        .containsExactly(
            "MSVC-F16-PLUG-INS/loaded-code MEDIUM: 1 place loads plug-ins, scripts or"
                + " services");
  }

  @Test
  void oneHistoryOfTablesOfTwoContextsIsNamedByItsFolder() {
    assertThat(fixture.found(new OneHistory()))
        .containsExactly(
            "MSVC-F10-ONE-HISTORY/db LOW: db changes tables of order and stock in one history");
  }

  @Test
  void theBuildIsOneFindingForEachToolAndHost() {
    fixture
        .trait(TraitKind.ANNOTATION_PROCESSOR, "lombok", "dependency lombok", "", "")
        .trait(TraitKind.WEAVING, "aspectj-maven-plugin", "plugin", "", "")
        .trait(TraitKind.OUTSIDE_PARENT, "com.acme:parent", "parent", "", "");

    assertThat(fixture.found(new GeneratedCode()))
        .containsExactly(
            "MSVC-F11-GENERATED-CODE/aspectj-maven-plugin MEDIUM: aspectj-maven-plugin works on the"
                + " code at 1 place of the build",
            "MSVC-F11-GENERATED-CODE/lombok LOW: lombok works on the code at 1 place of the build");
    assertThat(fixture.found(new OutsideBuild()))
        .containsExactly(
            "MSVC-F11-OUTSIDE-BUILD/com.acme:parent LOW: the build needs com.acme:parent from"
                + " outside, at 1 place");
  }

  @Test
  void attributesAsRowsAndSwitchesGoByNames() {
    fixture
        .table("order", "order_attribute", "id", "attribute_name", "value")
        .table("order", "feature_toggles", "id", "enabled")
        .table("stock", "network_features", "id", "enabled");

    assertThat(fixture.found(new AttributeTables()))
        .containsExactly(
            "MSVC-F06-ATTRIBUTES/order LOW: 1 table of order holds attributes as rows");
    assertThat(fixture.found(new FeatureSwitches()))
        .containsExactly(
            "MSVC-F16-FEATURE-SWITCHES/feature_toggles MEDIUM: feature_toggles switches features for"
                + " order");
  }
}
