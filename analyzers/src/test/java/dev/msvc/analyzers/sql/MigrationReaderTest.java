package dev.msvc.analyzers.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.msvc.model.Share;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import dev.msvc.model.Unread;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationReaderTest {
  private static Migrations read(String... pathsAndTexts) {
    List<MigrationFile> files = new ArrayList<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      String text = pathsAndTexts[i + 1];
      files.add(new MigrationFile(pathsAndTexts[i], text.length(), () -> text));
    }
    Migrations read = MigrationReader.read(files, new SqlReader());
    Collections.reverse(files);
    assertThat(MigrationReader.read(files, new SqlReader())).isEqualTo(read);
    return read;
  }

  @Test
  void numberedScriptsAreStepsOfOneDefinition() {
    assertThat(
            schema(
                read(
                    "db/001-create.sql",
                    "create table a (id int); create table old (id int); create table t (x int);",
                    "db/002-alter.sql",
                    "alter table a add column x text;\nalter table t rename to b;",
                    "db/010-keys.sql",
                    "alter table a add foreign key (x) references b (id);\ndrop table old;")))
        .isEqualTo("a(id:int, x:text) [x]->b[id]; b(x:int)");
  }

  @Test
  void aScriptThatCreatesWhatMigrationsChangeAndNoneCreatesComesBeforeThem() {
    Migrations read =
        read(
            "install/init.sql",
            "create table a (id int primary key); create table b (id int, a_id int);\n"
                + "alter table b add foreign key (a_id) references a (id);\n"
                + "create table old (id int); create table c (id int, stale int);",
            "install/copy/init.sql",
            "create table a (id int, x int); create table other (id int);",
            "db/migration/V2__more.sql",
            "alter table a add column name text;\nalter table b rename to bb;\n"
                + "create table c (id int);",
            "db/migration/V3__less.sql",
            "drop table old;");

    assertThat(schema(read))
        .isEqualTo(
            "a(id:int, name:text) PRIMARY[id]; bb(id:int, a_id:int) [a_id]->a[id]; c(id:int)");
    assertThat(read.unread())
        .extracting(Unread::file, Unread::reason)
        .containsExactly(
            tuple(
                "install/copy/init.sql",
                "a script beside migrations: set aside, the migrations count"));
  }

  @Test
  void aScriptOfAFewOfTheTablesThatMigrationsChangeIsNotWhatTheyGoOnFrom() {
    assertThat(
            schema(
                read(
                    "docs/example.sql",
                    "create table a (id int); create table example (id int);",
                    "db/migration/V1__x.sql",
                    "create table t (id int); alter table a add column x int;\n"
                        + "alter table b add column x int; alter table c add column x int;\n"
                        + "alter table d add column x int; alter table e add column x int;")))
        .isEqualTo("t(id:int)");
  }

  @Test
  void noScriptBringsBackWhatMigrationsRenamedOrDropped() {
    assertThat(
            schema(
                read(
                    "setup/schema.sql",
                    "create table benutzer (id int); create table alt (id int);\n"
                        + "create table beside (id int); create table other (id int);",
                    "db/migration/V1__create.sql",
                    "create table benutzer (id int primary key); create table alt (id int);",
                    "db/migration/V2__translate.sql",
                    "rename table benutzer to users; drop table alt;")))
        .isEqualTo("beside(id:int); other(id:int); users(id:int) PRIMARY[id]");
  }

  @Test
  void aScriptThatDropsATableAndCreatesItAnewKeepsIt() {
    assertThat(
            schema(
                read(
                    "db/create/shop.create.sql",
                    "create table orders (id int, name varchar(10)); create table old (id int);",
                    "db/upgrade/shop.upgradestep.1.to.2.sql",
                    "create table orders_tmp (id int, name varchar(10));\n"
                        + "insert into orders_tmp select * from orders;\ndrop table orders;\n"
                        + "create table orders (id int primary key, name varchar(20));\n"
                        + "insert into orders select * from orders_tmp;\n"
                        + "drop table orders_tmp;\ndrop table old;")))
        .isEqualTo("orders(id:int, name:varchar(20)) PRIMARY[id]");
  }

  @Test
  void aScriptOfWhichMostIsGoneIsFromBeforeTheMigrations() {
    Migrations read =
        read(
            "setup/schema.sql",
            "create table benutzer (id int); create table alt (id int); create table rest (id int);",
            "db/migration/V1__create.sql",
            "create table benutzer (id int primary key); create table alt (id int);",
            "db/migration/V2__translate.sql",
            "rename table benutzer to users; drop table alt;");

    assertThat(schema(read)).isEqualTo("users(id:int) PRIMARY[id]");
    assertThat(read.unread())
        .extracting(Unread::file, Unread::reason)
        .containsExactly(
            tuple("setup/schema.sql", "a script from before the migrations: set aside"));
  }

  @Test
  void tablesAreKnownWhosePlaceholderIsTheSchemaAlone() {
    Migrations read =
        read(
            "db/migration/V1__a.sql",
            "create table ${app}.a (id int);\n"
                + "create table [${app}].[b] (id int primary key);\n"
                + "create table old_${app}.c (x int);",
            "db/migration/V2__b.sql",
            "alter table ${app}.a add b_id int references ${app}.b (id);\n"
                + "drop table ${app}.c;\n"
                + "create sequence ${app}.ids;\n"
                + "create table ${prefix}d (id int);");

    assertThat(schema(read)).isEqualTo("a(id:int, b_id:int) [b_id]->b[id]; b(id:int) PRIMARY[id]");
    assertThat(read.unread())
        .extracting(Unread::line, Unread::reason)
        .containsExactly(tuple(4, "a name that is only known when the migration runs"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          exec sp_rename 'old', 'new'                                        | new(x:int)
          exec sp_rename N'dbo.old', N'new', N'OBJECT'                       | new(x:int)
          exec sp_rename ${app}.old, 'new', 'OBJECT'                         | new(x:int)
          exec sp_rename '${app}.old', 'new'                                 | new(x:int)
          exec sp_rename @objname = 'old', @newname = 'new'                  | new(x:int)
          exec sp_rename 'old.x', 'y', 'COLUMN'                              | old(y:int)
          exec sp_rename ids, 'new_ids'                                      | old(x:int)
          """)
  void sqlServerRenamesByAProcedure(String statement, String expected) {
    String table = statement.contains("dbo.") ? "dbo.old" : "old";
    String name = expected.startsWith("new") && statement.contains("dbo.") ? "dbo." : "";

    assertThat(
            schema(
                read(
                    "db/migration/V1__a.sql", "create table " + table + " (x int);\n" + statement)))
        .isEqualTo(name + expected);
  }

  @Test
  void numbersAloneMakeNoHistoryOfAForeignSchema() {
    assertThat(
            schema(
                read(
                    "db/create.sql", "create table a (id int)",
                    "ops/1-fix.sql", "alter table a add column x text;")))
        .isEqualTo("a(id:int)");
  }

  @Test
  void aScriptOfConstraintsBesideThatOfTheTablesIsRead() {
    assertThat(
            schema(
                read(
                    "db/constraints.sql",
                    "alter table a add foreign key (x) references b (id);",
                    "db/tables.sql",
                    "create table a (x int); create table b (id int)")))
        .isEqualTo("a(x:int) [x]->b[id]; b(id:int)");
  }

  @Test
  void theScriptOfAnEmbeddedDatabaseComesAfterAllOthers() {
    assertThat(
            schema(
                read(
                    "db/h2/schema.sql", "create table a (id identity)",
                    "db/postgres/schema.sql", "create table a (id serial)")))
        .isEqualTo("a(id:serial)");
  }

  @Test
  void theScriptOfTheVendorInProductionComesFirst() {
    List<MigrationFile> files = new ArrayList<>();
    for (String each : List.of("h2", "mysql", "pgsql")) {
      String text = "create table a (id %s)".formatted(each);
      files.add(new MigrationFile("db/" + each + "/schema.sql", text.length(), () -> text));
      String flyway = "create table b (id %s)".formatted(each);
      files.add(
          new MigrationFile("db/migration/" + each + "/V1__b.sql", flyway.length(), () -> flyway));
    }

    Migrations read = MigrationReader.read(files, List.of(), new SqlReader(), "postgresql", null);

    assertThat(schema(read)).contains("a(id:pgsql)", "b(id:pgsql)");
  }

  /** As in "a(id:int, x:text) PRIMARY[id] [x]->b[id]". */
  private static String schema(Migrations migrations) {
    return migrations.tables().stream()
        .map(MigrationReaderTest::table)
        .collect(Collectors.joining("; "));
  }

  private static String table(TableFact table) {
    return table.name()
        + table.columns().stream()
            .map(c -> c.name() + ":" + c.type())
            .collect(Collectors.joining(", ", "(", ")"))
        + table.keys().stream().map(k -> " " + k.kind() + k.columns()).collect(Collectors.joining())
        + table.foreignKeys().stream()
            .map(
                k ->
                    " "
                        + k.columns()
                        + "->"
                        + k.references()
                        + k.referencedColumns()
                        + (k.onDelete().changesRows() ? k.onDelete() : ""))
            .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          create table a (id int primary key, x varchar(10) not null default 'a,b', y numeric(10, 2)) | a(id:int, x:varchar(10), y:numeric(10, 2)) PRIMARY[id]
          CREATE TABLE IF NOT EXISTS `a` (`id` bigint(20) unsigned NOT NULL AUTO_INCREMENT COMMENT 'x, y', `key` varchar(5), PRIMARY KEY (`id`) USING BTREE, KEY `k` (`key`), UNIQUE KEY u (`key`)) ENGINE=InnoDB | a(id:bigint(20) unsigned, key:varchar(5)) PRIMARY[id] UNIQUE[key]
          create table a (id int, b_id int constraint f references b (id) on delete cascade, foreign key (b_id, id) references c (x, y)) | a(id:int, b_id:int) [b_id]->b[id]CASCADE [b_id, id]->c[x, y]
          create table a (t timestamp with time zone default now(), d double precision, constraint p primary key (t), check (d > 1)) | a(t:timestamp with time zone, d:double precision) PRIMARY[t]
          create table [dbo].[A] ([Id] [int] IDENTITY(1,1) NOT NULL, CONSTRAINT [PK] PRIMARY KEY CLUSTERED ([Id] ASC)) | dbo.A(Id:[int]) PRIMARY[Id]
          create table a (id int generated always as identity primary key, key varchar(3), index varchar2(5)) | a(id:int, key:varchar(3), index:varchar2(5)) PRIMARY[id]
          create table a (x int); alter table a add column y int, add z text; alter table a drop column x | a(y:int, z:text)
          create table a (x int); alter table a add (y int, z int, primary key (y)) | a(x:int, y:int, z:int) PRIMARY[y]
          create table a (x int, primary key (x)); alter table a rename column x to y; alter table a rename to b | b(y:int) PRIMARY[y]
          create table a (x int); alter table a change x y bigint not null; alter table a modify y text | a(y:text)
          create table a (x int); alter table a alter column x type bigint using x::bigint; alter table a alter x set not null | a(x:bigint)
          create table a (x int); alter table only public.a add constraint f foreign key (x) references b (id); | a(x:int) [x]->b[id]
          create table a (x int references b on update cascade on delete set null not null, y int references c on delete no action references d on delete set default) | a(x:int, y:int) [x]->b[]SET_NULL [y]->c[] [y]->d[]SET_DEFAULT
          create table a (x int references b on update cascade, y int references c on delete restrict); alter table a add foreign key (y) references d (id) on delete cascade | a(x:int, y:int) [x]->b[] [y]->c[] [y]->d[id]CASCADE
          create table a (x int, constraint f foreign key (x) references b (id), constraint u unique (x)); alter table a drop constraint f; alter table a drop constraint if exists u | a(x:int)
          create table a (x int references b (id), y int unique); alter table a drop constraint a_x_fkey; alter table a drop constraint a_y_key | a(x:int, y:int)
          create table a (x int, foreign key f (x) references b (id)); alter table a drop foreign key f | a(x:int)
          create table a (x int); create table b (x int references a (x)); drop table if exists a cascade | b(x:int)
          create table a (x int); create view v as select x from a; create view w as select x from v; drop table a cascade constraints; create table b (x int) | b(x:int)
          create table a (x int); create table b (x int); create view v as select x from b; drop table a cascade | b(x:int); v()
          create table a (x int); rename a to b; rename s.b to c; rename user m to n | c(x:int)
          create table b (x int); create table a (x int references b); rename table b to c | a(x:int) [x]->c[]; c(x:int)
          create table a (x int, y int); create unique index u on a (x, y); create unique index v on a (lower(x)) | a(x:int, y:int) UNIQUE[x, y]
          create table a (x int); alter table a add constraint d default (0) for x | a(x:int)
          create temporary table t (x int); create index i on a (x); create sequence s; create type e as enum ('a'); comment on table a is 'x' |
          create table a (${x} int) | a()
          """)
  void definitionsFoldIntoTables(String script, String expected) {
    assertThat(schema(read("db/schema.sql", script + "; create table zz (id int)")))
        .isEqualTo(expected == null ? "zz(id:int)" : expected + "; zz(id:int)");
  }

  @Test
  void aScriptThatEndsInAConstraintKeepsWhatCameBefore() {
    Migrations read =
        read("db/migration/V1__a.sql", "create table a (id int);\nalter table a add constraint ");

    assertThat(schema(read)).isEqualTo("a(id:int)");
  }

  @Test
  void flywayGoesByVersionThenRepeatsThenCallsBack() {
    Migrations migrations =
        read(
            "r/db/migration/V10__c.sql", "alter table a add z int;",
            "r/db/migration/V2_1__b.sql", "alter table a add y int;",
            "r/db/migration/sub/V1__a.sql", "create table a (x int);\ninsert into a values (1);",
            "r/db/migration/R__v.sql", "create or replace view v as select x, z from a;",
            "r/db/migration/afterMigrate__w.sql", "create materialized view w as select * from v",
            "r/db/migration/U10__c.sql", "alter table a drop column z");

    assertThat(schema(migrations)).isEqualTo("a(x:int, y:int, z:int); v(); w()");
    assertThat(migrations.tables().get(1).dependsOn()).containsExactly("a");
    assertThat(migrations.tables().get(2).dependsOn()).containsExactly("v");
    assertThat(migrations.tables())
        .extracting(TableFact::kind)
        .containsExactly(TableKind.TABLE, TableKind.VIEW, TableKind.MATERIALIZED_VIEW);
    assertThat(migrations.tables().get(0).places()).hasToString("[r/db/migration/sub/V1__a.sql:1]");
    assertThat(migrations.dataChanges()).isEqualTo(1);
    assertThat(migrations.files()).isEqualTo(new Share(5, 5));
    assertThat(migrations.statements()).isEqualTo(new Share(5, 5));
  }

  @Test
  void aVersionOfFlywayNeedsNoDescriptionWhereFlywayLooks() {
    Migrations migrations =
        read(
            "db/migration/V1__a.sql", "create table a (x int);",
            "db/migration/V1.0.2.sql", "alter table a add y int;",
            "db/migration/V1_10.sql", "alter table a add z int;",
            "old/V9.sql", "create table b (x int);");

    assertThat(schema(migrations)).isEqualTo("a(x:int, y:int, z:int)");
    assertThat(migrations.unread()).extracting(Unread::file).containsExactly("old/V9.sql");
  }

  @Test
  void aViewThatEndsWithTheSessionIsNone() {
    Migrations migrations =
        read(
            "db/migration/V1__a.sql",
            "create table a (x int);\n"
                + "create temp view gone as (select x from a);\n"
                + "create or replace temporary view too as select x from a;\n"
                + "create view kept as select x from a;");

    assertThat(migrations.tables()).extracting(each -> each.name()).containsExactly("a", "kept");
  }

  @Test
  void variantsOfVendorsAreOneTable() {
    Migrations migrations =
        read(
            "db/h2/schema.sql",
            "drop table a if exists; create table a (x int);",
            "db/mysql/schema.sql",
            "\n"
                + "drop table if exists a;\n"
                + "create table a (x bigint, q int);\n"
                + "alter table a add r int;");

    assertThat(schema(migrations)).isEqualTo("a(x:bigint, q:int, r:int)");
    assertThat(migrations.tables().get(0).places())
        .hasToString("[db/mysql/schema.sql:3, db/h2/schema.sql:1]");
  }

  @Test
  void aScriptBesideMigrationsIsSetAsideAndSaid() {
    Migrations migrations =
        read(
            "db/migration/V1__a.sql", "create table a (x int)",
            "backup/old.sql", "create table gone (x int)",
            "data/rows.sql", "insert into a values (1)");

    assertThat(schema(migrations)).isEqualTo("a(x:int)");
    assertThat(migrations.files()).isEqualTo(new Share(1, 2));
    assertThat(migrations.unread()).extracting(Unread::file).containsExactly("backup/old.sql");
  }

  @Test
  void anUpgradeMayDropATableOfTheDefinitionAndCreateItAnew() {
    Migrations migrations =
        read(
            "docs/docker/shop.sql",
                "drop table if exists a; create table a (x int); drop table if exists b; create table b (y int);",
            "docs/db/update.sql", "drop table if exists a; create table a (x int, z mediumtext);");

    assertThat(schema(migrations)).isEqualTo("a(x:int, z:mediumtext); b(y:int)");
  }

  @Test
  void changelogsFollowTheirIncludes() {
    Migrations migrations =
        read(
            "m/src/main/resources/db/master.xml",
                """
                <!DOCTYPE x SYSTEM "http://localhost/none.dtd">
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
                  <property name="prefix" value="shop_"/>
                  <include file="parts/z.xml" relativeToChangelogFile="true"/>
                  <include file="classpath:db/parts/a.yaml"/>
                  <includeAll path="db/more"/>
                  <include file="db/none.xml"/>
                </databaseChangeLog>
                """,
            "m/src/main/resources/db/parts/z.xml",
                """
                <databaseChangeLog><changeSet id="1" author="x">
                  <preConditions><tableExists tableName="q"/></preConditions>
                  <createTable tableName="${prefix}orders">
                    <column name="id" type="bigint" autoIncrement="true">
                      <constraints primaryKey="true" nullable="false"/>
                    </column>
                    <column name="customer_id" type="bigint">
                      <constraints foreignKeyName="f" references="customer(id)"/>
                    </column>
                    <column name="code" type="varchar(5)"><constraints unique="true"/></column>
                  </createTable>
                  <insert tableName="${prefix}orders"><column name="id" value="1"/></insert>
                  <sql>
                    alter table shop_orders add column extra int;
                  </sql>
                  <createView viewName="v">select id from shop_orders</createView>
                  <createTable tableName="${unknown}"/>
                  <magic/>
                </changeSet></databaseChangeLog>
                """,
            "m/src/main/resources/db/parts/a.yaml",
                """
                databaseChangeLog:
                  - changeSet:
                      id: 2
                      author: x
                      changes:
                        - renameColumn:
                            tableName: shop_orders
                            oldColumnName: extra
                            newColumnName: note
                        - createTable:
                            tableName: customer
                            columns:
                              - column: {name: id, type: int, constraints: {primaryKey: true}}
                        - addUniqueConstraint: {tableName: shop_orders, columnNames: "id, note"}
                """,
            "m/src/main/resources/db/more/b.sql",
                "--liquibase formatted sql\n--changeset x:3\ncreate table s (x int);",
            "m/src/main/resources/db/more/c.json",
                """
                {"databaseChangeLog": [{"changeSet": {"id": "4", "changes": [
                  {"dropForeignKeyConstraint": {"baseTableName": "shop_orders", "constraintName": "f"}},
                  {"addForeignKeyConstraint": {"baseTableName": "shop_orders", "baseColumnNames": "customer_id",
                   "referencedTableName": "CUSTOMER", "referencedColumnNames": "id", "onDelete": "SET NULL"}}]}}]}
                """);

    assertThat(schema(migrations))
        .isEqualTo(
            "customer(id:int) PRIMARY[id]; s(x:int); shop_orders(id:bigint, customer_id:bigint,"
                + " code:varchar(5), note:int) PRIMARY[id] UNIQUE[code] UNIQUE[id, note]"
                + " [customer_id]->customer[id]SET_NULL; v()");
    assertThat(migrations.dataChanges()).isEqualTo(1);
    assertThat(migrations.files()).isEqualTo(new Share(5, 5));
    assertThat(migrations.statements()).isEqualTo(new Share(9, 11));
    assertThat(migrations.unread())
        .extracting(Unread::toString)
        .satisfiesExactly(
            one -> assertThat(one).contains("line=7", "db/none.xml"),
            two -> assertThat(two).contains("line=17", "${unknown}"),
            three -> assertThat(three).contains("line=18", "magic"));
  }

  @Test
  void changelogsInACircleEnd() {
    String a =
        "<databaseChangeLog><include file='b.xml'/><changeSet><createTable"
            + " tableName='t'/></changeSet></databaseChangeLog>";
    String b = "<databaseChangeLog><include file='a.xml'/></databaseChangeLog>";

    assertThat(schema(read("a.xml", a, "b.xml", b))).isEqualTo("t()");
  }

  @Test
  void brokenChangelogsAreNamed() {
    Migrations migrations =
        read("a.xml", "<databaseChangeLog>\n<oops", "b.yaml", "databaseChangeLog:\n  - [x: {");

    assertThat(migrations.files()).isEqualTo(new Share(0, 2));
    assertThat(migrations.unread()).extracting(Unread::file).containsExactly("a.xml", "b.yaml");
  }

  @Test
  void dumpsAreReadWithoutTheirNoise() {
    Migrations migrations =
        read(
            "dump.sql",
            """
            /*!40101 SET NAMES utf8 */;
            SET x = 1;
            LOCK TABLES a WRITE;
            CREATE TABLE `a` (`x` text);
            INSERT INTO `a` VALUES ('it\\'s; create table b (x int);');
            COPY a (x) FROM stdin;
            create table c (x int);
            \\.
            create table d (x int);
            """);

    assertThat(schema(migrations)).isEqualTo("a(x:text); d(x:int)");
    assertThat(migrations.statements()).isEqualTo(new Share(2, 2));
  }

  @Test
  void aHugeScriptIsReadPieceByPieceInItsPlaceInTheOrder() {
    MigrationFile huge =
        new MigrationFile(
            "db/V2__rows.sql",
            100L << 20,
            () -> {
              throw new AssertionError("held");
            },
            () ->
                new StringReader(
                    """
                    insert into old values (1, 'a;
                    b');
                    alter table old rename to renewed;
                    create table log (id int);
                    """));
    MigrationFile first = file("db/V1__old.sql", "create table old (id int);");
    MigrationFile last = file("db/V3__gone.sql", "drop table log;");

    Migrations migrations = MigrationReader.read(List.of(last, huge, first), new SqlReader());

    assertThat(schema(migrations)).isEqualTo("renewed(id:int)");
    assertThat(migrations.unread()).isEmpty();
    assertThat(migrations.dataChanges()).isEqualTo(1);
    assertThat(MigrationReader.mayHoldMigrations("src/test/resources/schema.sql")).isFalse();
  }

  @Test
  void aHugeScriptThatCannotBeReadIsNamed() {
    MigrationFile huge =
        new MigrationFile(
            "rows.sql",
            100L << 20,
            () -> "",
            () -> {
              throw new IOException("no text");
            });

    assertThat(MigrationReader.read(List.of(huge), new SqlReader()).unread())
        .containsExactly(new Unread("rows.sql", 0, "it cannot be read to its end"));
  }

  @Test
  void aTableThatIsDroppedAndCreatedAgainIsTheLastOne() {
    Migrations migrations =
        read(
            "db/V1__a.sql",
            "create table item (id int primary key, old text); create table other (item_id int"
                + " references item (id));",
            "db/V2__b.sql",
            "alter table other drop constraint other_item_id_fkey; drop table item;"
                + " create table item (code varchar(3) primary key);",
            "db/V3__c.sql",
            "drop table if exists item cascade; create table item (uuid uuid);");

    assertThat(schema(migrations)).isEqualTo("item(uuid:uuid); other(item_id:int)");
  }

  @Test
  void filesBelowAFolderOfSchemasCountBesideMigrations() {
    Migrations migrations =
        read(
            "db/changelog.yaml",
            """
            databaseChangeLog:
              - changeSet: {id: 1, author: a, changes: [{createTable: {tableName: mine, columns: []}}]}
            """,
            "src/main/resources/schemas/mysql/V1-skipper.sql",
            "create table skipper_info (id int);",
            "src/main/resources/samples/mysql/V1-rows.sql",
            "create table sample (id int);");

    assertThat(schema(migrations)).isEqualTo("mine(); skipper_info(id:int)");
  }

  private static MigrationFile file(String path, String text) {
    return new MigrationFile(path, text.length(), () -> text);
  }

  @Test
  void namesThatDifferInCaseAreTwoTablesWhereTheyAreQuoted() {
    Migrations two =
        read(
            "db/dump.sql",
            """
            create table "order" (id int); create table "Order" (no int);
            create table `Item` (id int); create table `item` (no int);
            alter table "Order" add column x int; alter table "order" add column y int;
            create table "gone" (id int); create table "Gone" (no int); drop table "Gone";
            """);
    Migrations one =
        read(
            "db/dump.sql",
            """
            create table Orders (id int); create table ORDERS (no int);
            create table "orders" (no int); create table "ORDERS" (no int);
            create table lines (id int); create table if not exists Lines (no int);
            """);

    assertThat(two.tables().stream().map(MigrationReaderTest::table))
        .containsExactlyInAnyOrder(
            "order(id:int, y:int)",
            "Order(no:int, x:int)",
            "Item(id:int)",
            "item(no:int)",
            "gone(id:int)");
    assertThat(one.tables().stream().map(TableFact::name)).containsExactly("lines", "Orders");
  }
}
