package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.TableFact;
import org.junit.jupiter.api.Test;

class TableObjectsTest {
  @Test
  void exposedsObjectsAreTablesAndTheirQueriesAccesses() {
    FactCollector facts =
        new Fixture()
            .withJava(
                "Users.kt",
                """
                package shop
                import org.jetbrains.exposed.sql.Table
                import org.jetbrains.exposed.dao.id.IntIdTable
                object Users : Table("app_user") { val name = varchar("name", 50) }
                object OrdersTable : IntIdTable()
                class Tables : HashMap<String, String>("none")
                class Store {
                  fun all() = Users.innerJoin(OrdersTable).selectAll().map { it[Users.name] }
                  fun add(n: String) { Users.insert { it[name] = n } }
                  fun close(n: String) { OrdersTable.update({ OrdersTable.id eq 1 }) { } }
                  fun drop() = Users.deleteWhere { name eq "x" }
                }
                """)
            .facts(new TableObjects());

    assertThat(facts.tables()).extracting(TableFact::name).containsExactly("Orders", "app_user");
    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE app_user Store.drop CRITERIA",
            "INSERT app_user Store.add CRITERIA",
            "SELECT Orders Store.all CRITERIA",
            "SELECT app_user Store.all CRITERIA",
            "UPDATE Orders Store.close CRITERIA");
  }

  @Test
  void slicksTablesAreThoseThatTheirTagComesWith() {
    FactCollector facts =
        new Fixture()
            .withJava(
                "Accounts.scala",
                """
                package shop
                import slick.jdbc.H2Profile.api._
                trait Component {
                  lazy val Accounts = TableQuery[Accounts]
                  class Accounts(tag: Tag) extends Table[Account](tag, "ACCOUNT") {
                    val name = column[String]("NAME")
                  }
                }
                class Grid extends Table("no tag")
                class Service {
                  def find(n: String) = Accounts.filter(_.name === n).firstOption
                  def drop(n: String) = Accounts.filter(_.name === n).delete()
                }
                """)
            .facts(new TableObjects());

    assertThat(facts.tables()).extracting(TableFact::name).containsExactly("ACCOUNT");
    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE ACCOUNT Service.drop CRITERIA", "SELECT ACCOUNT Service.find CRITERIA");
  }
}
