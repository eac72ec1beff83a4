package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.mapping.EntityMappings;
import dev.msvc.model.Join;
import dev.msvc.model.RelationFact;
import org.junit.jupiter.api.Test;

class RelationFactsTest {
  @Test
  void whatAnEntityHoldsIsSaidWithWhatGoesOnToIt() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                import java.util.*;
                @Entity class Invoice {
                  @Id Long id;
                  String text;
                  @Transient Line last;
                  @ManyToOne Client client;
                  @Embedded Money total;
                  @ElementCollection Set<String> tags;
                  @OneToMany(mappedBy = "invoice", cascade = CascadeType.ALL, orphanRemoval = true)
                  List<Line> lines;
                }
                """,
                "package a; @jakarta.persistence.Embeddable class Money { long cents; }",
                """
                package a;
                import jakarta.persistence.*;
                @Entity class Line { @Id Long id; @ManyToOne Invoice invoice; }
                """,
                """
                package a;
                import jakarta.persistence.*;
                @Entity class Client { @Id Long id; }
                """)
            .facts(new EntityMappings());

    assertThat(facts.relations())
        .extracting(RelationFactsTest::line)
        .containsExactlyInAnyOrder(
            "Invoice.client ENTITY Client client_id",
            "Invoice.lines ENTITY many Line, lives with it",
            "Invoice.tags ELEMENTS many , lives with it tags",
            "Invoice.total EMBEDDED Money, lives with it cents",
            "Line.invoice ENTITY Invoice invoice_id");
  }

  private static String line(RelationFact each) {
    return "%s.%s %s %s%s%s %s"
        .formatted(
            simple(each.className()),
            each.property(),
            each.kind(),
            each.many() ? "many " : "",
            simple(each.target()),
            each.composes() ? ", lives with it" : "",
            String.join(" ", each.columns()))
        .strip();
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  @Test
  void aJoinSaysHowItsStatementBegins() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                class Report {
                  javax.sql.DataSource data;
                  void all() throws Exception {
                    data.getConnection().prepareStatement(
                        "select o.number, o.placed_on, o.total, o.currency, o.status, c.name "
                            + " from orders o join customers c on c.id = o.customer_id");
                  }
                }
                """)
            .facts(new JdbcStatements());

    assertThat(facts.joins())
        .extracting(Join::text)
        .containsExactly(
            "select o.number, o.placed_on, o.total, o.currency, o.status, c.name"
                + " from orders o join customers c on c.id = o.customer_id");
  }

  @Test
  void ofALongStatementWhatIsJoinedIsSaidRatherThanWhatIsSelected() {
    String columns = "o.number, o.placed_on, ".repeat(20);
    FactCollector facts =
        Fixture.of(
                """
                package a;
                class Report {
                  javax.sql.DataSource data;
                  void all() throws Exception {
                    data.getConnection().prepareStatement(
                        "select %s c.name from orders o join customers c on c.id = o.customer_id");
                  }
                }
                """
                    .formatted(columns))
            .facts(new JdbcStatements());

    assertThat(facts.joins())
        .extracting(Join::text)
        .containsExactly(
            "select o.number, o.placed_on, o.number, ..."
                + " from orders o join customers c on c.id = o.customer_id");
  }
}
