package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import org.junit.jupiter.api.Test;

class QueryDslTest {
  @Test
  void aGeneratedClassStandsForItsEntity() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import javax.persistence.*;
                @Entity @Table(name = "orders") class Order { @Id Long id; }
                @Entity @Table(name = "lines") class Line { @Id Long id; }
                @Entity class Query { @Id Long id; }
                """,
                """
                package b;
                import a.QLine;
                import a.QOrder;
                import com.querydsl.jpa.impl.*;
                class Orders {
                  JPAQueryFactory queries;
                  Object all() {
                    QLine line = QLine.line;
                    return queries.selectFrom(QOrder.order).join(QOrder.order.lines, line).fetch();
                  }
                  void close() { queries.update(QOrder.order).set(QOrder.order.open, false).execute(); }
                  void drop(javax.persistence.EntityManager em) { new JPADeleteClause(em, QLine.line).execute(); }
                  Object other(String query) { return queries.from(query); }
                }
                """)
            .facts(new QueryDsl());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE lines Orders.drop CRITERIA",
            "SELECT lines Orders.all CRITERIA",
            "SELECT orders Orders.all CRITERIA",
            "UPDATE orders Orders.close CRITERIA");
  }
}
