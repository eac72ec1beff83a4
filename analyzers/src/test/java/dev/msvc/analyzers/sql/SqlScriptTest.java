package dev.msvc.analyzers.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Column;
import dev.msvc.model.TableFact;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {
  private static Migrations read(String... pathsAndTexts) {
    List<MigrationFile> files = new ArrayList<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      String text = pathsAndTexts[i + 1];
      files.add(new MigrationFile(pathsAndTexts[i], text.length(), () -> text));
    }
    return MigrationReader.read(files, new SqlReader());
  }

  private static List<String> names(Migrations migrations) {
    return migrations.tables().stream().map(TableFact::name).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set define off",
        "SET SERVEROUTPUT ON SIZE 1000000",
        "prompt Creating table A; please wait...",
        "whenever sqlerror exit sql.sqlcode",
        "rem it's old",
        "spool a.log",
        "connect shop/secret@db",
        "define owner = SHOP",
        "\\set on_error_stop 1",
        ":setvar Db shop",
        "use shop",
        "SET ANSI_NULLS ON",
        "set identity_insert dbo.b on",
      })
  void aLineForTheClientIsNoPartOfTheStatementBelowIt(String line) {
    assertThat(names(read("db/a.sql", line + "\ncreate table a (id int);\n"))).containsExactly("a");
  }

  @Test
  void statementsOfTransactSqlNeedNothingBetweenThem() {
    Migrations migrations =
        read(
            "db/a.sql",
            """
            CREATE TABLE a (id int)
            CREATE TABLE b (id int, constraint p primary key (id))
            ALTER TABLE a ADD b_id int
            ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b_id) REFERENCES b (id)
            INSERT INTO a VALUES (1)
            CREATE TABLE old (id int)
            DROP TABLE old
            IF NOT EXISTS (SELECT 1 FROM sysobjects WHERE name = 'c')
            CREATE TABLE c (id int)
            IF OBJECT_ID('d') IS NULL
            BEGIN
              CREATE TABLE d (id int)
            END
            GO
            """);

    assertThat(names(migrations)).containsExactly("a", "b", "c", "d");
    assertThat(migrations.tables().get(0).foreignKeys())
        .extracting(key -> key.columns() + "->" + key.references())
        .containsExactly("[b_id]->b");
    assertThat(migrations.unread()).isEmpty();
  }

  @Test
  void aLineThatBeginsLikeAStatementMayBePartOfOne() {
    Migrations migrations =
        read(
            "db/a.sql",
            """
            create table a (
            id int,
            create_date date,
            alter table_x
            );
            alter table a
            drop column create_date,
            alter id type bigint;
            drop table
            if exists gone;
            grant
            create table, create view
            to shop;
            create procedure p as
            begin
              insert into a values (1);
            drop table a;
            end;
            """);

    assertThat(names(migrations)).containsExactly("a");
    assertThat(migrations.tables().get(0).columns())
        .containsExactly(new Column("id", "bigint"), new Column("alter", "table_x"));
  }

  @Test
  void aScriptRunsOthersInItsOrderAndEachOnce() {
    Migrations migrations =
        read(
            "db/all.sql",
            """
            create schema shop;
            \\i parts/b.sql
            @@parts/a
            \\ir gone.sql
            \\i all.sql
            """,
            "db/parts/a.sql",
            "alter table b rename to c;\n",
            "db/parts/b.sql",
            "create table b (id int);\n\\i ../all.sql\n");

    assertThat(migrations.unread())
        .extracting(Unread::toString)
        .containsExactly(
            "Unread[file=db/all.sql, line=4, reason=names 'gone.sql', which is not there]");
    assertThat(names(migrations)).containsExactly("c");
  }

  @Test
  void aScriptThatOnlyRunsOthersSaysTheirOrder() {
    Migrations migrations =
        read(
            "db/install_de.sql",
            "-- all of it\nsource step_1.sql;\nsource data_de.sql;\nsource step_2_all.sql;\n",
            "db/install_en.sql",
            "source step_1.sql;\nsource data_en.sql;\nsource step_2_all.sql;\n",
            "db/data_de.sql",
            "insert into PATIENT values (1);\n",
            "db/data_en.sql",
            "insert into PATIENT values (2);\n",
            "db/step_1.sql",
            "create table PATIENT (id int);\ncreate table GONE (id int);\n",
            "db/step_2_all.sql",
            "source step_10.sql;\nsource step_9.sql\n",
            "db/step_9.sql",
            "alter table OH_PATIENT add column photo int;\ndrop table GONE;\n",
            "db/step_10.sql",
            "ALTER TABLE PATIENT RENAME TO OH_PATIENT;\n");

    assertThat(names(migrations)).containsExactly("OH_PATIENT");
    assertThat(migrations.tables().get(0).columns()).extracting("name").contains("photo");
    assertThat(migrations.unread()).isEmpty();
  }

  @Test
  void aScriptThatRunsTheOneWithTheTablesGoesFirst() {
    Migrations migrations =
        read(
            "db/a_tables.sql",
            "create table a (id int);\n",
            "db/setup.sql",
            "@a_tables\n@b_names\n",
            "db/b_names.sql",
            "alter table a rename to b;\n");

    assertThat(names(migrations)).containsExactly("b");
  }

  @Test
  void aScriptThatOnlyLoadsRowsIsNone() {
    Migrations migrations =
        read(
            "db/schema.sql",
            "create table a (id int);\n",
            "db/load.sql",
            "source rows.sql;\nsource gone.sql;\n",
            "db/rows.sql",
            "insert into a values (1);\n");

    assertThat(migrations.unread()).isEmpty();
    assertThat(migrations.files().all()).isEqualTo(1);
  }
}
