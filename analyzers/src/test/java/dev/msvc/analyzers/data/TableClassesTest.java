package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import org.junit.jupiter.api.Test;

class TableClassesTest {
  @Test
  void generatedClassesOfJooqStandForTheirTables() {
    FactCollector facts =
        Fixture.of(
                """
                package g.tables;
                class Orders extends org.jooq.impl.TableImpl<g.tables.records.OrdersRecord> {
                  public static final Orders ORDERS = new Orders();
                  public Orders() { this(org.jooq.impl.DSL.name("t_orders"), null); }
                  private Orders(org.jooq.Name alias, Object aliased) { super(alias, null, null); }
                  public Orders as(String alias) { return this; }
                }
                """,
                """
                package g.tables.records;
                import g.tables.Orders;
                public class OrdersRecord extends org.jooq.impl.UpdatableRecordImpl<OrdersRecord> {
                  public OrdersRecord() { super(Orders.ORDERS); }
                }
                """,
                """
                package a;
                import static g.tables.Orders.ORDERS;
                import static x.Tables.LINES;
                import g.tables.Orders;
                import g.tables.records.OrdersRecord;
                import org.jooq.DSLContext;
                import org.jooq.impl.DSL;
                class Repository {
                  DSLContext dsl;
                  Object find() { return dsl.select(LINES.ID).from(ORDERS.as("o")).join(LINES).on(LINES.O.eq(ORDERS.ID)).fetch(LINES.ID); }
                  void add() { dsl.insertInto(LINES).values(1).execute(); }
                  void change(OrdersRecord r) { r.store(); dsl.batchDelete(r); }
                  void plain() { dsl.deleteFrom(DSL.table("carts")).execute(); dsl.update(DSL.table(DSL.name("s", "stock"))); }
                }
                """,
                "package a; class Other { Object list; void f(String ORDERS) { from(ORDERS); } void"
                    + " from(Object o) {} }")
            .facts(new TableClasses());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE carts Repository.plain JOOQ",
            "DELETE t_orders Repository.change JOOQ",
            "INSERT LINES Repository.add JOOQ",
            "MERGE t_orders Repository.change JOOQ",
            "SELECT LINES Repository.find JOOQ",
            "SELECT t_orders Repository.find JOOQ",
            "UPDATE s.stock Repository.plain JOOQ");
  }

  @Test
  void tablesOfMyBatisDynamicSqlAreNamedByTheirClass() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.mybatis.dynamic.sql.SqlTable;
                final class Support {
                  public static final Customer customer = new Customer();
                  public static final class Customer extends SqlTable { public Customer() { super("t_customer"); } }
                }
                """,
                """
                package a;
                import static a.Support.customer;
                import static org.mybatis.dynamic.sql.SqlBuilder.*;
                class Use {
                  Object all() { return select(customer).from(customer).build(); }
                  void drop() { deleteFrom(customer).build(); }
                }
                """)
            .facts(new TableClasses());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE t_customer Use.drop MYBATIS_BASE", "SELECT t_customer Use.all MYBATIS_BASE");
  }

  @Test
  void withoutSuchALibraryNoConstantIsATable() {
    FactCollector facts =
        Fixture.of("package a; class C { Q q; void f() { q.from(ORDERS).join(LINES); } }")
            .facts(new TableClasses());

    assertThat(facts.accesses()).isEmpty();
  }
}
