package dev.msvc.cli;

import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Advice;
import dev.msvc.model.Analysis;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.BoundedContext.Coupling;
import dev.msvc.model.Certainty;
import dev.msvc.model.Column;
import dev.msvc.model.Coverage;
import dev.msvc.model.Database;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Dependency;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Facts;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Grant;
import dev.msvc.model.Join;
import dev.msvc.model.Key;
import dev.msvc.model.MethodFact;
import dev.msvc.model.Operation;
import dev.msvc.model.Ownership;
import dev.msvc.model.Place;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.RelationFact;
import dev.msvc.model.RoutineCall;
import dev.msvc.model.Share;
import dev.msvc.model.SourceSummary;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.TypeKind;
import dev.msvc.model.Unplaced;
import dev.msvc.model.Unread;
import dev.msvc.model.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Analyses to print: a small shop, and one of any size. */
final class Shop {
  private Shop() {}

  static final Coverage COVERAGE =
      Coverage.of(
          new Share(118, 119),
          new Share(41, 43),
          new Share(23, 23),
          new Share(12, 12),
          new Share(2310, 2402),
          Map.of("Kotlin", new Share(2, 3)));

  /** Two contexts, four tables, one of them written by both. */
  static Analysis small() {
    return with(COVERAGE);
  }

  static Analysis with(Coverage coverage) {
    List<TypeFact> types =
        List.of(
            type("shop.catalog.Product", 1),
            type("shop.catalog.ProductRepository", 2),
            type("shop.common.Money", 3),
            type("shop.order.Order", 4),
            nested("shop.order.Order.Line", "shop.order.Order", 5),
            type("shop.order.OrderService", 6),
            type("shop.web.Product", 7));
    List<TableFact> tables =
        List.of(
            table("order_lines", "orders"),
            table("orders", null),
            table("products", null),
            new TableFact(
                "v_report",
                TableKind.VIEW,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("orders", "products"),
                List.of(new Place("db/V2__report.sql", 3))));
    List<Access> accesses =
        List.of(
            access("order_lines", "shop.order.Order.Line", "save", Operation.INSERT, 31),
            access("orders", "shop.order.OrderService", "place", Operation.INSERT, 20),
            access("orders", "shop.order.OrderService", "find", Operation.SELECT, 28),
            access("products", "shop.catalog.ProductRepository", "save", Operation.MERGE, 9),
            access("products", "shop.order.OrderService", "place", Operation.UPDATE, 22));
    List<EntryPoint> entryPoints =
        List.of(
            new EntryPoint(
                "GET /products/{id}",
                EntryPointKind.HTTP,
                "GET",
                "/products/{id}",
                "shop.web.Product",
                "get",
                new Place("src/shop/web/Product.java", 12),
                Certainty.PARSED),
            new EntryPoint(
                "POST /orders",
                EntryPointKind.HTTP,
                "POST",
                "/orders",
                "shop.order.OrderService",
                "place",
                new Place("src/shop/order/OrderService.java", 18),
                Certainty.PARSED),
            new EntryPoint(
                "schedule shop.order.OrderService.expire",
                EntryPointKind.SCHEDULE,
                null,
                "0 0 * * * *",
                "shop.order.OrderService",
                "expire",
                new Place("src/shop/order/OrderService.java", 40),
                Certainty.PARSED));
    List<TransactionFact> transactions =
        List.of(
            new TransactionFact(
                "shop.order.OrderService",
                "place",
                new Place("src/shop/order/OrderService.java", 18),
                false,
                "REQUIRED",
                List.of(),
                List.of("orders", "products"),
                List.of("shop.order.OrderService"),
                Certainty.PARSED));
    List<Reference> references =
        List.of(
            new Reference(
                "shop.order.OrderService",
                "place",
                "shop.catalog.ProductRepository",
                "save",
                ReferenceKind.CALL,
                23),
            new Reference(
                "shop.order.OrderService",
                "products",
                "shop.catalog.ProductRepository",
                "",
                ReferenceKind.FIELD,
                11),
            new Reference(
                "shop.order.Order.Line",
                "price",
                "shop.common.Money",
                "",
                ReferenceKind.FIELD,
                14));
    Facts facts =
        new Facts(
            new SourceSummary(119, 7412, 131, 1, 37, 2),
            types,
            references,
            tables,
            List.of(),
            List.of(
                new RelationFact(
                    "shop.order.Order",
                    "lines",
                    "shop.order.OrderLine",
                    RelationFact.Kind.ENTITY,
                    true,
                    true,
                    true,
                    true,
                    true,
                    false,
                    List.of("order_id"),
                    "",
                    new Place("src/shop/order/Order.java", 14))),
            accesses,
            List.of(
                new Join(
                    List.of("orders", "products"),
                    "shop.order.OrderService",
                    "find",
                    new Place("src/shop/order/OrderService.java", 28))),
            List.of(
                new RoutineCall(
                    "close_month",
                    "shop.order.OrderService",
                    "find",
                    new Place("src/shop/order/OrderService.java", 30),
                    Certainty.PARSED)),
            new Database(
                List.of(
                    new DatabaseObject(
                        "close_month",
                        DatabaseObjectKind.PROCEDURE,
                        List.of(),
                        List.of(),
                        List.of(
                            new DatabaseObject.Use("orders", Operation.SELECT),
                            new DatabaseObject.Use("months", Operation.UPDATE)),
                        List.of("tell"),
                        List.of(new Place("db/V3__close.sql", 4)),
                        Certainty.PARSED),
                    new DatabaseObject(
                        "orders_log",
                        DatabaseObjectKind.TRIGGER,
                        List.of("orders"),
                        List.of(Operation.INSERT),
                        List.of(new DatabaseObject.Use("log", Operation.INSERT)),
                        List.of(),
                        List.of(new Place("db/V3__close.sql", 20)),
                        Certainty.PARSED)),
                List.of(
                    new Grant(
                        "reporting",
                        List.of("SELECT"),
                        "orders",
                        new Place("db/V4__grants.sql", 1))),
                Vendor.UNKNOWN),
            entryPoints,
            transactions,
            List.of(
                new Trait(
                    TraitKind.THREAD_STATE,
                    "SecurityContextHolder",
                    "SecurityContextHolder.getContext",
                    "shop.order.OrderService",
                    "place",
                    new Place("src/shop/order/OrderService.java", 21),
                    Certainty.PARSED)),
            coverage,
            List.of(new Unread("src/shop/Broken.java", 17, "a ')' is missing")));
    SortedMap<String, Ownership> owners = new TreeMap<>();
    owners.put("order_lines", new Ownership("order", List.of("order"), "1 of 1 writes"));
    owners.put("orders", new Ownership("order", List.of("order"), "1 of 1 writes"));
    owners.put("products", new Ownership("catalog", List.of("catalog", "order"), "1 of 2 writes"));
    owners.put("v_report", new Ownership("", List.of(), "nobody writes it"));
    Decomposition decomposition =
        new Decomposition(
            List.of(
                new BoundedContext(
                    "catalog",
                    List.of("shop.catalog.Product", "shop.catalog.ProductRepository"),
                    List.of("products"),
                    List.of("2 classes share the package shop.catalog"),
                    new Coupling(0, 2, 3, 0, 0, 1, 1)),
                new BoundedContext(
                    "order",
                    List.of("shop.order.Order", "shop.order.OrderService"),
                    List.of("order_lines", "orders"),
                    List.of("2 classes share the package shop.order"),
                    new Coupling(2, 0, 5, 0, 1, 0, 1))),
            List.of(new Unplaced("shop.common.Money", "order", "used by 2 of 2 contexts")),
            List.of(new Unplaced("shop.web.Product", "catalog", "serves 2 contexts")),
            List.of(),
            owners,
            List.of(
                new Dependency(
                    "shop.order.Order",
                    "shop.common.Money",
                    Map.of(ReferenceKind.FIELD, 1, ReferenceKind.INLINED, 2),
                    new Place("src/shop/order/Order.java", 14)),
                new Dependency(
                    "shop.order.OrderService",
                    "shop.catalog.ProductRepository",
                    Map.of(ReferenceKind.CALL, 1, ReferenceKind.FIELD, 1),
                    new Place("src/shop/order/OrderService.java", 11)),
                new Dependency(
                    "shop.web.Product",
                    "shop.common.Money",
                    Map.of(ReferenceKind.INLINED, 1),
                    new Place("src/shop/web/Product.java", 9))));
    return new Analysis(
        facts,
        decomposition,
        new Advice(
            "catalog",
            "nothing of it depends on others: 0 outgoing and 2 incoming references",
            "order",
            "it writes products, which catalog owns, in 1 transaction"));
  }

  /** The same, where the class that writes orders and products serves several contexts. */
  static Analysis withOrderServiceToSplit() {
    Analysis small = small();
    Decomposition found = small.decomposition();
    List<BoundedContext> contexts = new ArrayList<>();
    for (BoundedContext each : found.contexts()) {
      List<String> classes = new ArrayList<>(each.classes());
      classes.remove("shop.order.OrderService");
      contexts.add(
          new BoundedContext(
              each.name(), classes, each.tables(), each.evidence(), each.coupling()));
    }
    SortedMap<String, Ownership> owners = new TreeMap<>(found.owners());
    owners.put("orders", new Ownership("order", List.of(), "order maps it"));
    owners.put("products", new Ownership("catalog", List.of("catalog"), "1 of 1 writes"));
    return new Analysis(
        small.facts(),
        new Decomposition(
            contexts,
            found.shared(),
            List.of(new Unplaced("shop.order.OrderService", "order", "serves 2 contexts")),
            found.technical(),
            owners,
            found.dependencies()),
        small.advice());
  }

  /** As many contexts, tables and classes as asked for; each table written by each context. */
  static Analysis large(int contexts, int tablesEach, String suffix) {
    List<TypeFact> types = new ArrayList<>();
    List<TableFact> tables = new ArrayList<>();
    List<Access> accesses = new ArrayList<>();
    List<EntryPoint> entryPoints = new ArrayList<>();
    List<TransactionFact> transactions = new ArrayList<>();
    List<BoundedContext> all = new ArrayList<>();
    List<Dependency> dependencies = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    List<String> names = new ArrayList<>();
    SortedMap<String, Ownership> owners = new TreeMap<>();
    for (int c = 0; c < contexts; c++) {
      names.add("context%04d".formatted(c) + suffix);
    }
    for (int c = 0; c < contexts; c++) {
      String service = "big.c%04d.Service%d".formatted(c, c) + suffix;
      types.add(type(service, 1));
      List<String> own = new ArrayList<>();
      for (int t = 0; t < tablesEach; t++) {
        String table = "t_%04d_%d".formatted(c, t) + suffix;
        own.add(table);
        tables.add(table(table, null));
        accesses.add(access(table, service, "write", Operation.UPDATE, t + 1));
        owners.put(table, new Ownership(names.get(c), names, "most writes"));
      }
      String next = "big.c%04d.Service%d".formatted((c + 1) % contexts, (c + 1) % contexts);
      dependencies.add(
          new Dependency(
              service, next + suffix, Map.of(ReferenceKind.CALL, c + 1), new Place("A.java", 3)));
      entryPoints.add(
          new EntryPoint(
              "GET /c" + c + suffix,
              EntryPointKind.HTTP,
              "GET",
              "/c" + c + suffix,
              service,
              "get",
              new Place("A.java", 1),
              Certainty.PARSED));
      transactions.add(
          new TransactionFact(
              service,
              "write",
              new Place("A.java", 2),
              false,
              "",
              List.of(),
              own,
              List.of(),
              Certainty.PARSED));
      unread.add(new Unread("src/Broken" + c + suffix + ".java", c, "no idea" + suffix));
      all.add(
          new BoundedContext(
              names.get(c),
              List.of(service),
              own,
              List.of("one package" + suffix),
              new Coupling(c, 1, 100_000, 4, 4, 3, 2)));
    }
    Facts facts =
        new Facts(
            new SourceSummary(1_234_567, 123_456_789, 2_345_678, 345, 1, 1),
            types,
            List.of(),
            tables,
            List.of(),
            accesses,
            List.of(),
            List.of(),
            Database.NONE,
            entryPoints,
            transactions,
            COVERAGE,
            unread);
    Decomposition decomposition =
        new Decomposition(all, List.of(), List.of(), List.of(), owners, dependencies);
    String reason = "because of the figures that were found here" + suffix + " ";
    return new Analysis(
        facts,
        decomposition,
        new Advice(names.get(0), reason.repeat(20), names.get(1), reason.repeat(20)));
  }

  static TypeFact type(String name, int line) {
    return nested(name, name, line);
  }

  private static TypeFact nested(String name, String topLevel, int line) {
    return new TypeFact(
        name,
        "",
        topLevel,
        TypeKind.CLASS,
        new Place("src/" + topLevel.replace('.', '/') + ".java", line),
        40,
        List.of(),
        null,
        List.of(),
        List.of(new MethodFact("place", List.of(), 18, 9, List.of())),
        List.of(),
        false);
  }

  private static TableFact table(String name, String references) {
    List<ForeignKey> foreignKeys =
        references == null
            ? List.of()
            : List.of(
                new ForeignKey(
                    List.of("order_id"),
                    references,
                    List.of("id"),
                    new Place("db/V1__tables.sql", 8),
                    Certainty.PARSED));
    return new TableFact(
        name,
        TableKind.TABLE,
        List.of(new Column("id", "bigint"), new Column("note", "")),
        List.of(new Key(Key.Kind.PRIMARY, List.of("id"))),
        foreignKeys,
        List.of(),
        List.of(),
        List.of(new Place("db/V1__tables.sql", 2)));
  }

  private static Access access(
      String table, String className, String method, Operation op, int line) {
    return new Access(
        table,
        className,
        method,
        op,
        List.of("id"),
        new Place("src/" + className.replace('.', '/') + ".java", line),
        AccessVia.JDBC,
        Certainty.PARSED);
  }
}
