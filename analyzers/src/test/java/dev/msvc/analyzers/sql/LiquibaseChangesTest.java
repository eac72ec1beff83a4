package dev.msvc.analyzers.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Column;
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

  @Test
  void changesOfOlderVersionsAndOfExtensionsAreKnown() {
    Migrations migrations =
        read(
            "db/log.xml",
            """
            <databaseChangeLog xmlns:ext="http://www.liquibase.org/xml/ns/dbchangelog-ext">
              <changeSet id="1" author="a">
                <createTable tableName="item">
                  <column name="id" type="int"/><column name="kind" type="varchar(5)"/>
                  <column name="first" type="varchar(5)"/><column name="last" type="varchar(5)"/>
                </createTable>
                <modifyColumn tableName="item"><column name="id" type="bigint"/></modifyColumn>
                <ext:modifyColumn tableName="item"><column name="kind" type="char(2)"/></ext:modifyColumn>
                <mergeColumns tableName="item" column1Name="first" joinString=" " column2Name="last"
                    finalColumnName="name" finalColumnType="text"/>
                <addLookupTable existingTableName="item" existingColumnName="kind"
                    newTableName="kinds" newColumnName="code" newColumnDataType="char(2)"/>
                <createSynonym synonymName="things" objectName="item"/>
                <createSynonym synonymName="gone" objectName="item"/>
                <dropSynonym synonymName="gone"/>
                <createView viewName="v" fullDefinition="true">
                  create or replace view v as select id from item
                </createView>
                <createView viewName="w" path="w.sql" relativeToChangelogFile="true"/>
                <createProcedure path="lost.sql"/>
                <ext:insertWithUuid tableName="item"/>
                <ext:shuffleRows tableName="item"/>
              </changeSet>
            </databaseChangeLog>
            """,
            "db/w.sql",
            "select code from kinds");

    assertThat(migrations.tables())
        .extracting(
            each ->
                each.name()
                    + each.columns().stream().map(c -> c.name() + " " + c.type()).toList()
                    + each.foreignKeys().stream().map(k -> k.references()).toList()
                    + each.dependsOn())
        .containsExactly(
            "item[id bigint, kind char(2), name text][kinds][]",
            "kinds[code char(2)][][]",
            "v[][][item]",
            "w[][][kinds]");
    assertThat(migrations.objects())
        .extracting(each -> each.kind() + " " + each.name() + each.tables())
        .containsExactlyInAnyOrder("SYNONYM things[item]", "VIEW v[]", "VIEW w[]");
    assertThat(migrations.unread())
        .extracting(each -> each.line() + " " + each.reason())
        .containsExactly(
            "20 names 'lost.sql', which is not there",
            "22 a change that is not known: shuffleRows");
    assertThat(migrations.dataChanges()).isEqualTo(1);
  }

  @Test
  void variantsForDatabasesAndConditionsAreOneTable() {
    String changes =
        """
        {"databaseChangeLog": [
          {"changeSet": {"id": "1", "author": "a", "dbms": "oracle", "changes": [
            {"createTable": {"tableName": "item", "columns": [
              {"column": {"name": "id", "type": "number", "constraints": {"primaryKey": true}}}]}}]}},
          {"changeSet": {"id": "2", "author": "a", "dbms": "postgresql, h2",
            "preConditions": [{"onFail": "MARK_RAN"}, {"not": [{"tableExists": {"tableName": "item"}}]}],
            "changes": [
            {"createTable": {"tableName": "ITEM", "columns": [
              {"column": {"name": "id", "type": "bigint", "constraints": {"primaryKey": true}}}]}},
            {"renameColumn": {"tableName": "item", "oldColumnName": "id", "newColumnName": "item_id"}}]}},
          {"changeSet": {"id": "3", "author": "a", "changes": [
            {"sql": {"dbms": "oracle", "sql": "create table log (id number)"}},
            {"sql": {"dbms": "h2", "sql": "create table log (id bigint)"}},
            {"createTable": {"tableName": "old"}},
            {"dropTable": {"tableName": "OLD", "cascadeConstraints": true}}]}}
        ]}
        """;

    Migrations migrations = read("db/log.json", changes);

    assertThat(migrations.tables())
        .extracting(each -> each.name() + each.columns() + each.keys())
        .containsExactly(
            "item%s[Key[kind=PRIMARY, columns=[item_id]]]"
                .formatted(List.of(new Column("item_id", "number"))),
            "log%s[]".formatted(List.of(new Column("id", "number"))));
    assertThat(migrations.unread()).isEmpty();
  }
}
