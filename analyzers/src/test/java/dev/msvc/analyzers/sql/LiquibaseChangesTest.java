package dev.msvc.analyzers.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.TableFact;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiquibaseChangesTest {
  private static Migrations read(String... pathsAndTexts) {
    List<MigrationFile> files = new ArrayList<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      String text = pathsAndTexts[i + 1];
      files.add(new MigrationFile(pathsAndTexts[i], text.length(), () -> text));
    }
    return MigrationReader.read(files, new SqlReader());
  }

  @Test
  void sequencesRoutinesAndTheirTablesAreObjects() {
    Migrations migrations =
        read(
            "db/log.xml",
            """
            <databaseChangeLog>
              <property name="prefix" value="shop_"/>
              <changeSet id="1" author="a">
                <createSequence sequenceName="item_ids"/>
                <createSequence sequenceName="old_ids"/>
                <createTable tableName="${prefix}item">
                  <column name="id" type="bigint" defaultValueSequenceNext="item_ids"/>
                </createTable>
                <createTable tableName="audit"><column name="id" type="bigint"/></createTable>
                <addDefaultValue tableName="audit" columnName="id" defaultValueSequenceNext="item_ids"/>
                <createProcedure>
                  create procedure note() begin insert into audit select id from shop_item; end
                </createProcedure>
                <dropSequence sequenceName="old_ids"/>
                <loadData tableName="audit" file="rows.csv"/>
                <rollback><dropTable tableName="audit"/></rollback>
              </changeSet>
            </databaseChangeLog>
            """);

    assertThat(migrations.tables())
        .extracting(TableFact::name)
        .containsExactly("audit", "shop_item");
    assertThat(migrations.objects())
        .extracting(each -> each.kind() + " " + each.name() + each.tables() + each.uses())
        .containsExactly(
            "SEQUENCE item_ids[audit, shop_item][]",
            "PROCEDURE note[][Use[table=audit, op=INSERT], Use[table=shop_item, op=SELECT]]");
    assertThat(migrations.dataChanges()).isEqualTo(1);
    assertThat(migrations.unread()).isEmpty();
  }

  @Test
  void routinesInYamlAndSqlWithRollbacksAndVendors() {
    Migrations migrations =
        read(
            "db/log.yaml",
            """
            databaseChangeLog:
              - changeSet:
                  id: 1
                  author: a
                  changes:
                    - createProcedure:
                        procedureText: "create procedure wipe() begin delete from item; end"
                    - createView: {viewName: items, replaceIfExists: true, selectQuery: select * from item}
                    - createView: {viewName: items, replaceIfExists: true, selectQuery: select * from thing}
            """,
            "db/plain.sql",
            """
            --liquibase formatted sql
            --changeset a:1 dbms:oracle
            create table item (id number);
            --rollback drop table item;
            --changeset a:2 dbms:postgresql
            create table item (id bigint);
            """);

    assertThat(migrations.tables())
        .extracting(each -> each.name() + each.dependsOn())
        .containsExactly("item[]", "items[thing]");
    assertThat(migrations.objects())
        .extracting(each -> each.name() + each.uses())
        .contains("wipe[Use[table=item, op=DELETE]]");
    assertThat(migrations.unread()).isEmpty();
  }

  @Test
  void aCircleOfIncludesEndsAndAPropertyThatNobodySetsIsSaid() {
    Migrations migrations =
        read(
            "a.xml",
            "<databaseChangeLog><include file='b.xml'/><changeSet><createTable tableName='a'/>"
                + "</changeSet></databaseChangeLog>",
            "b.xml",
            "<databaseChangeLog><include file='c.xml'/></databaseChangeLog>",
            "c.xml",
            "<databaseChangeLog><include file='a.xml'/><include file='c.xml'/><changeSet>"
                + "<createTable tableName='${nobody}c'/></changeSet></databaseChangeLog>");

    assertThat(migrations.tables()).extracting(TableFact::name).containsExactly("a");
    assertThat(migrations.unread())
        .extracting(Unread::reason)
        .containsExactly("'${nobody}c' is only known when the migration runs");
  }
}
