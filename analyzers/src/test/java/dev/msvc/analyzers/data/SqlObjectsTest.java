package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import org.junit.jupiter.api.Test;

class SqlObjectsTest {
  private static final String COMMON =
      """
      package a;
      import org.skife.jdbi.v2.sqlobject.*;
      @Templates
      interface CommonDao {
        @SqlQuery Object byId(String id);
        @SqlUpdate void add(Object row);
      }
      """;

  @Test
  void aTemplateGroupBesideTheInterfaceHasItsSql() {
    FactCollector facts =
        Fixture.of(
                COMMON,
                """
                package a;
                import org.skife.jdbi.v2.sqlobject.*;
                @Templates
                interface OrderDao extends CommonDao { @SqlUpdate void close(String id); }
                """,
                "package a; @Templates interface InvoiceDao extends CommonDao { }")
            .with(
                "src/main/resources/a/CommonDao.sql.stg",
                """
                tableName() ::= ""
                fields(prefix) ::= "<prefix>id"
                byId() ::= <<
                select <fields("t.")> from <tableName()> t where t.id = :id <if(lock)> for update <endif>
                >>
                add() ::= "insert into <tableName()> (id) values (:id)"
                """)
            .with(
                "src/main/resources/a/OrderDao.sql.stg",
                """
                import "a/CommonDao.sql.stg"
                tableName() ::= "orders"
                close() ::= << update <tableName()> set closed = 1 where price \\< 3 and id in (<ids:{id | :id_<i0>}; separator=",">) >>
                """)
            .with(
                "src/main/resources/a/InvoiceDao.sql.stg",
                "import \"a/CommonDao.sql.stg\"\ntableName() ::= \"invoices\"\n")
            .facts(new SqlObjects());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "INSERT invoices InvoiceDao.add SQL_FILE",
            "INSERT orders OrderDao.add SQL_FILE",
            "SELECT invoices InvoiceDao.byId SQL_FILE",
            "SELECT orders OrderDao.byId SQL_FILE",
            "UPDATE orders OrderDao.close SQL_FILE");
    assertThat(facts.unread()).isEmpty();
  }

  @Test
  void aStatementThatIsTheSameForAllHeirsIsTheBasesOwn() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.jdbi.v3.sqlobject.statement.*;
                interface TraceDao { @SqlUpdate void trace(Object what); @SqlUpdate void drop(); }
                """,
                "package a; interface OrderDao extends TraceDao { }",
                "package a; interface InvoiceDao extends TraceDao { }")
            .with(
                "a/TraceDao.sql.stg",
                """
                tableName() ::= ""
                more() ::= ""
                trace() ::= "insert into traces (id <more()>) values (1)"
                drop() ::= "delete from <tableName()> where old = 1"
                """)
            .with(
                "a/OrderDao.sql.stg",
                "import \"a/TraceDao.sql.stg\"\ntableName() ::= \"orders\"\nmore() ::= \", day\"\n")
            .with(
                "a/InvoiceDao.sql.stg",
                "import \"a/TraceDao.sql.stg\"\ntableName() ::= \"invoices\"\n")
            .facts(new SqlObjects());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE invoices InvoiceDao.drop SQL_FILE",
            "DELETE orders OrderDao.drop SQL_FILE",
            "INSERT traces TraceDao.trace SQL_FILE");
  }

  @Test
  void anAnnotationHoldsSqlOrNamesAFile() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.jdbi.v3.sqlobject.statement.*;
                interface Dao {
                  @SqlQuery("select id from users where name = :name") Object byName(String name);
                  @SqlUpdate("remove") void drop(int id);
                  @SqlUpdate void missing();
                }
                """)
            .with("src/main/resources/a/Dao/remove.sql", "delete from users where id = :id")
            .facts(new SqlObjects());

    assertThat(Fixture.accesses(facts))
        .containsExactly("DELETE users Dao.drop SQL_FILE", "SELECT users Dao.byName JDBC");
    assertThat(facts.unread())
        .extracting(each -> each.line() + " " + each.reason())
        .containsExactly("6 no SQL 'missing' was found");
  }

  @Test
  void aNameThatATemplateLeavesEmptyIsNotTheAliasBehindIt() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.skife.jdbi.v2.sqlobject.*;
                interface BaseDao { @SqlQuery Object all(); @SqlQuery Object some(); }
                """)
            .with(
                "a/BaseDao.sql.stg",
                """
                tableName() ::= ""
                hint() ::= ""
                all() ::= <<select t.x from <tableName()> t where t.y = 1>>
                some() ::= <<select <hint()> x from items>>
                """)
            .facts(new SqlObjects());

    assertThat(Fixture.accesses(facts)).containsExactly("SELECT items BaseDao.some SQL_FILE");
    assertThat(facts.unread()).hasSize(1);
  }

  @Test
  void groupsThatImportEachOtherEnd() {
    FactCollector facts =
        Fixture.of("package a; interface Dao { @SqlQuery Object all(); }")
            .with(
                "a/Dao.sql.stg",
                "import \"a/Dao.sql.stg\"\nall() ::= \"select 1 from t <all()>\"\n")
            .facts(new SqlObjects());

    assertThat(Fixture.accesses(facts)).containsExactly("SELECT t Dao.all SQL_FILE");
  }
}
