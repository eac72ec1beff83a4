package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.MappingFact;
import dev.msvc.model.MappingRole;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import dev.msvc.model.TransactionFact;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnflushedTest {
  private static final String DESK =
      """
      import org.springframework.transaction.annotation.*;
      class Desk {
        Rows rows; Marks marks; Log log;
        @Transactional(readOnly = true) void show() { rows.attach(); rows.find(); }
        @Transactional(readOnly = true) void count() { rows.attach(); rows.statement(); }
        @Transactional(readOnly = true) void mark() { rows.attach(); marks.save(null); log.write(); }
        @Transactional(readOnly = true) void force() { rows.attach(); rows.flush(); }
        @Transactional(readOnly = true) void perhaps(Step step) { rows.attach(); step.go(); }
        @Transactional void change() { show(); }
      }
      """;

  private static Fixture desk() {
    return new Fixture()
        .java(DESK)
        .java(
            """
            class Rows {
              org.hibernate.Session session;
              void attach() {} void find() {} void statement() {}
              void flush() { session.flush(); }
            }
            """)
        .java(
            "class Log { @org.springframework.transaction.annotation.Transactional("
                + "propagation = org.springframework.transaction.annotation.Propagation.REQUIRES_NEW)"
                + " void write() {} }")
        .java("interface Marks { Object save(Object mark); }")
        .java("@jakarta.persistence.Entity class Mark {}")
        .java("interface Step { void go(); }")
        .java("class Forced implements Step { Rows rows; public void go() { rows.flush(); } }")
        .java("class Calm implements Step { public void go() {} }");
  }

  private static void access(
      FactCollector facts, String place, Operation op, String table, AccessVia via) {
    String[] names = place.split("\\.", -1);
    facts.add(
        new Access(
            table,
            "app." + names[0],
            names[1],
            op,
            List.of(),
            new Place("x", 1),
            via,
            Certainty.INFERRED));
  }

  private static List<String> transactions(Fixture fixture) {
    FactCollector facts = new FactCollector();
    facts.add(
        new MappingFact("app.Mark", "marks", MappingRole.OWN, new Place("x", 1), Certainty.PARSED));
    access(facts, "Rows.attach", Operation.MERGE, "rows", AccessVia.JPA);
    access(facts, "Rows.attach", Operation.MERGE, "parts", AccessVia.CASCADE);
    access(facts, "Rows.find", Operation.SELECT, "parts", AccessVia.JPA);
    access(facts, "Rows.statement", Operation.UPDATE, "counts", AccessVia.JDBC);
    access(facts, "Marks.save", Operation.MERGE, "marks", AccessVia.SPRING_DATA);
    access(facts, "Marks.save", Operation.MERGE, "documents", AccessVia.SPRING_DATA);
    access(facts, "Log.write", Operation.INSERT, "log", AccessVia.JPA);
    fixture.run(facts, new Transactions());
    return facts.transactions().stream().map(UnflushedTest::shown).toList();
  }

  private static String shown(TransactionFact each) {
    String perhaps = each.uncertain().isEmpty() ? "" : " perhaps " + each.uncertain();
    return each.method()
        + " reads "
        + each.reads()
        + " writes "
        + each.writes()
        + perhaps
        + " "
        + each.steps().keySet();
  }

  @Test
  void aReadOnlyTransactionWritesWhatNoSessionKeepsBack() {
    assertThat(transactions(desk()))
        .containsExactlyInAnyOrder(
            "show reads [parts] writes [] [parts]",
            "count reads [] writes [counts] [counts]",
            "mark reads [] writes [documents] [documents]",
            "force reads [] writes [parts, rows] [parts, rows]",
            "perhaps reads [] writes [] []",
            "change reads [parts] writes [parts, rows] [parts, rows]",
            "write reads [] writes [log] [log]");
  }

  @Test
  void onlyHibernateKeepsWritesBack() {
    String bean =
        """
        <beans xmlns="http://www.springframework.org/schema/beans">
          <bean id="factory" class="a.Factory">
            <property name="jpaVendorAdapter">
              <bean class="org.springframework.orm.jpa.vendor.EclipseLinkJpaVendorAdapter"/>
            </property>
          </bean>
        </beans>
        """;
    String unit =
        "<persistence><persistence-unit name='a'>"
            + "<provider>org.apache.openjpa.persistence.PersistenceProviderImpl</provider>"
            + "</persistence-unit></persistence>";
    String configuration =
        """
        @org.springframework.context.annotation.Configuration class Config {
          Object adapter() {
            return new org.springframework.orm.jpa.vendor.EclipseLinkJpaVendorAdapter();
          }
        }
        """;

    for (Fixture each :
        List.of(
            desk().resource("", "beans.xml", bean),
            desk().resource("", "META-INF/persistence.xml", unit),
            desk().java(configuration))) {
      assertThat(transactions(each))
          .contains("show reads [parts] writes [parts, rows] [parts, rows]");
    }
  }
}
