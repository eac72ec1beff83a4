package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import org.junit.jupiter.api.Test;

class SqlFilesTest {
  @Test
  void sqlUnderAKeyBelongsToTheCodeThatNamesTheKey() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                class Dao {
                  static final String DROP = "orders.drop";
                  Texts texts;
                  void find() { texts.get("orders.find"); }
                  void drop() { texts.get(DROP); }
                  void title() { texts.get("title"); }
                }
                interface Texts { String get(String key); }
                class Loader { String sql; }
                """)
            .with(
                "sql.properties",
                """
                # queries
                orders.find = select id from orders \\
                    where id = ?
                title=Select the best from our offers
                orders.never=delete from never_named where id = 1
                """)
            .with(
                "sql.xml",
                "<queries><query name='orders.drop'>delete from orders where id ="
                    + " ?</query></queries>")
            .with(
                "beans.xml",
                "<beans><bean class='a.Loader'><property name='sql' value='select 1 from"
                    + " loads'/></bean></beans>")
            .facts(new SqlFiles());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE orders Dao.drop SQL_FILE",
            "SELECT loads Loader SQL_FILE",
            "SELECT orders Dao.find SQL_FILE");
    assertThat(facts.unread())
        .extracting(each -> each.file() + ":" + each.line() + " " + each.reason())
        .containsExactly("sql.properties:5 SQL that no code is seen to name");
  }

  @Test
  void sqlOfAdaptersBelongsToWhoIsGivenItsRows() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                class Mailer { void send(Object mails) {} void prices(Object all) {} }
                class Loader { String sql; }
                """)
            .with(
                "context.xml",
                """
                <beans xmlns:int="int" xmlns:jdbc="jdbc" xmlns:p="p">
                  <bean id="mailer" class="a.Mailer"/>
                  <bean class="a.Loader" p:load-query="select 1 from loads"/>
                  <jdbc:inbound-channel-adapter channel="mails"
                      query="select * from mails where sent = false"
                      update="update mails set sent = true where id in (:id)"/>
                  <int:service-activator input-channel="mails" ref="mailer" method="send"/>
                  <jdbc:outbound-gateway request-channel="asked" reply-channel="answers"
                      query="select * from prices where id = :payload[id]"/>
                  <int:service-activator input-channel="answers" ref="mailer" method="prices"/>
                  <jdbc:outbound-channel-adapter channel="logged" query="insert into logs (id) values (1)"/>
                  <int:header-enricher input-channel="asked" query="select the best of them"/>
                </beans>
                """)
            .facts(new SqlFiles());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT loads Loader SQL_FILE",
            "SELECT mails Mailer.send SQL_FILE",
            "SELECT prices Mailer.prices SQL_FILE",
            "UPDATE mails Mailer.send SQL_FILE");
    assertThat(facts.unread())
        .extracting(each -> each.file() + ":" + each.line() + " " + each.reason())
        .containsExactly("context.xml:11 SQL that no code is seen to name");
  }

  @Test
  void aStatementThatNamesOtherKeysHasTheirTextsAndWhatNobodyGivesIsDynamic() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                class Dao {
                  Texts texts;
                  void find() { texts.get("orders.find"); texts.get("circle.find"); }
                  void live() { texts.get("live.find"); }
                }
                interface Texts { String get(String key); }
                """)
            .with(
                "sql.properties",
                """
                orders.tables=orders o, order_lines l
                orders.find=select o.id from ${orders.tables} where o.id = l.order_id
                circle.find=select c.id from circles c where ${circle.find}
                live.find=select id from t_${STAGE}_pages where id = ?
                """)
            .facts(new SqlFiles());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT circles Dao.find SQL_FILE",
            "SELECT order_lines Dao.find SQL_FILE",
            "SELECT orders Dao.find SQL_FILE");
    assertThat(facts.unread())
        .extracting(each -> each.line() + " " + each.reason())
        .containsExactly("5 dynamic table name");
  }

  @Test
  void plainWordsAreKeysOfTheClassThatTheirFileIsCalledAs() {
    String file =
        """
        <queries>
          <query><name>create</name><sql>insert into %1$s (id) values (?)</sql></query>
          <query><name>findByPK</name><sql>select id from %1$s where id = ?</sql></query>
        </queries>
        """;
    FactCollector facts =
        Fixture.of(
                """
                package a;
                class OrderLineDAO {
                  Texts texts;
                  void add() { texts.get("create"); }
                  void one() { texts.get("findByPK"); }
                }
                """,
                """
                package a;
                class LineDao {
                  void add(Texts texts) { texts.get("create"); }
                }
                """,
                "package a; interface Texts { String get(String key); }")
            .with("order_line_dao.xml", file.formatted("order_lines"))
            .with("oracle_order_line_dao.xml", file.formatted("order_lines"))
            .with("line_dao.xml", file.formatted("all_lines"))
            .facts(new SqlFiles());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "INSERT all_lines LineDao.add SQL_FILE",
            "INSERT order_lines OrderLineDAO.add SQL_FILE",
            "SELECT order_lines OrderLineDAO.one SQL_FILE");
    assertThat(facts.unread())
        .extracting(each -> each.file() + ":" + each.line() + " " + each.reason())
        .containsExactly("line_dao.xml:3 SQL that no code is seen to name");
  }

  @Test
  void aFileThatIsNoXmlHidesNothing() {
    FactCollector facts =
        Fixture.of("package a; class Dao {}")
            .with("broken.xml", "<a>select id from t")
            .facts(new SqlFiles());

    assertThat(facts.accesses()).isEmpty();
  }
}
