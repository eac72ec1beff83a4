package dev.msvc.analyzers.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.DumpFile;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.TableFact;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DumpReaderTest {
  private static Migrations read(String text) {
    return MigrationReader.read(
        List.of(),
        List.of(new DumpFile("dump.sql", () -> new StringReader(text))),
        new SqlReader(),
        "",
        null);
  }

  private static List<String> tables(Migrations migrations) {
    return migrations.tables().stream()
        .map(each -> each.name() + each.columns().size() + "@" + each.places().get(0).line())
        .toList();
  }

  @Test
  void namesAreOfTheSchemaThatTheSearchPathBeginsWith() {
    Migrations dump =
        read(
            """
            SET search_path = sales, pg_catalog;
            CREATE TABLE orders (id integer);
            CREATE TABLE items (id integer, order_id integer);
            CREATE VIEW open_orders AS SELECT * FROM orders;
            SET search_path = archive, pg_catalog;
            CREATE TABLE orders (id integer, year integer);
            ALTER TABLE ONLY orders ADD CONSTRAINT p PRIMARY KEY (id);
            SET search_path = sales, pg_catalog;
            ALTER TABLE ONLY items ADD CONSTRAINT f FOREIGN KEY (order_id) REFERENCES orders(id);
            SELECT pg_catalog.set_config('search_path', '', false);
            CREATE TABLE plain (id integer);
            """);

    assertThat(dump.tables())
        .extracting(TableFact::name)
        .containsExactly(
            "archive.orders", "plain", "sales.items", "sales.open_orders", "sales.orders");
    assertThat(dump.tables().get(0).keys()).hasSize(1);
    assertThat(dump.tables().get(2).foreignKeys())
        .extracting(ForeignKey::references)
        .containsExactly("sales.orders");
    assertThat(dump.tables().get(3).dependsOn()).containsExactly("sales.orders");
  }

  @Test
  void aDumpOfPostgresIsReadWithoutItsRows() {
    Migrations dump =
        read(
            """
            SET statement_timeout = 0;
            CREATE SCHEMA shop;
            CREATE FUNCTION shop.f() RETURNS trigger
                LANGUAGE plpgsql
                AS $$
            BEGIN
            INSERT INTO shop.log VALUES (1);
            RETURN new;
            END;
            $$;
            CREATE TABLE shop.a (
                id bigint NOT NULL
            );
            ALTER TABLE shop.a OWNER TO joe;
            CREATE SEQUENCE shop.a_id_seq START WITH 1;
            ALTER SEQUENCE shop.a_id_seq OWNED BY shop.a.id;
            ALTER TABLE ONLY shop.a ALTER COLUMN id SET DEFAULT nextval('shop.a_id_seq'::regclass);
            COPY shop.a (id, name) FROM stdin;
            1\tCREATE TABLE no (x int);
            2\t$$ ' unclosed
            \\.

            ALTER TABLE ONLY shop.a ADD CONSTRAINT a_pkey PRIMARY KEY (id);
            CREATE TRIGGER t BEFORE INSERT ON shop.a FOR EACH ROW EXECUTE FUNCTION shop.f();
            INSERT INTO shop.a VALUES (3, 'it''s; CREATE TABLE no (x int);
            more');
            CREATE TABLE shop.b (x int) PARTITION BY RANGE (x);
            GRANT SELECT ON TABLE shop.a TO reporting;
            """);

    assertThat(tables(dump)).containsExactly("shop.a1@11", "shop.b1@27");
    assertThat(dump.tables().get(0).keys()).hasSize(1);
    assertThat(dump.objects())
        .extracting(each -> each.kind() + " " + each.name() + each.tables() + each.writes())
        .containsExactly(
            "SEQUENCE shop.a_id_seq[shop.a][]",
            "FUNCTION shop.f[][shop.log]",
            "TRIGGER t[shop.a][]");
    assertThat(dump.grants()).hasSize(1);
    assertThat(dump.unread()).isEmpty();
    assertThat(dump.dataChanges()).isEqualTo(2);
  }

  @Test
  void aDumpOfMySqlHasStatementsInComments() {
    Migrations dump =
        read(
            """
            -- MySQL dump
            /*!40101 SET NAMES utf8 */;
            DROP TABLE IF EXISTS `a`;
            CREATE TABLE `a` (
              `id` int NOT NULL,
              PRIMARY KEY (`id`)
            ) ENGINE=InnoDB;
            INSERT INTO `a` VALUES (1,'it\\'s; CREATE TABLE no'),(2,';');
            /*!50001 CREATE VIEW `v` AS SELECT 1 AS `id`*/;
            DELIMITER ;;
            /*!50003 CREATE*/ /*!50017 DEFINER=`r`@`%`*/ /*!50003 TRIGGER `t` AFTER DELETE ON `a` FOR EACH ROW BEGIN
            INSERT INTO log VALUES (OLD.id);
            END */;;
            CREATE DEFINER=`r`@`%` PROCEDURE `p`()
            BEGIN
            UPDATE a SET id = 1;
            END ;;
            DELIMITER ;
            /*!50001 DROP VIEW IF EXISTS `v`*/;
            /*!50001 CREATE ALGORITHM=UNDEFINED */
            /*!50013 DEFINER=`r`@`%` SQL SECURITY DEFINER */
            /*!50001 VIEW `v` AS select `a`.`id` AS `id` from `a` */;
            """);

    assertThat(tables(dump)).containsExactly("a1@4", "v0@20");
    assertThat(dump.objects())
        .extracting(each -> each.kind() + " " + each.name() + each.reads() + each.writes())
        .containsExactly("PROCEDURE p[][a]", "TRIGGER t[][log]", "VIEW v[a][]");
    assertThat(dump.unread()).isEmpty();
  }

  @Test
  void aScriptOfSqlServerEndsRowsWithTheLine() {
    Migrations dump =
        read(
            "CREATE TABLE [dbo].[A]([Id] [int] NOT NULL)\r\nGO\r\n"
                + "INSERT [dbo].[A] ([Id]) VALUES (N'it''s CREATE TABLE x (y int)')\r\n"
                + "SET IDENTITY_INSERT [dbo].[A] OFF\r\nGO\r\n"
                + "INSERT INTO [dbo].[A]\r\nSELECT 1\r\nGO\r\n"
                + "CREATE TABLE [dbo].[B]([Id] [int])\r\nGO\r\n"
                + "EXEC sp_rename 'dbo.B', 'C'\r\nGO\r\n"
                + "EXEC sys.sp_addextendedproperty @name=N'x', @value=N'CREATE TABLE y'\r\nGO\r\n");

    assertThat(tables(dump)).containsExactly("dbo.A1@1", "dbo.C1@9");
  }

  @Test
  void aDumpOfOracleHasQuotedNames() {
    Migrations dump =
        read(
            """
              CREATE TABLE "SHOP"."ORDERS"
               (	"ID" NUMBER(19,0) NOT NULL ENABLE,
            	 CONSTRAINT "PK" PRIMARY KEY ("ID") USING INDEX PCTFREE 10 TABLESPACE "USERS" ENABLE
               ) SEGMENT CREATION IMMEDIATE STORAGE(INITIAL 65536) TABLESPACE "USERS" ;
            /
              CREATE MATERIALIZED VIEW "SHOP"."MV" ("ID") ORGANIZATION HEAP REFRESH FORCE ON DEMAND AS
              SELECT id FROM orders;
            Insert into SHOP.ORDERS (ID) values (1);
              CREATE OR REPLACE PUBLIC SYNONYM "ORDERS" FOR "SHOP"."ORDERS";
              GRANT SELECT ON "SHOP"."ORDERS" TO "BI";
            """);

    assertThat(dump.tables()).extracting(TableFact::name).containsExactly("SHOP.MV", "SHOP.ORDERS");
    assertThat(dump.objects())
        .extracting(DatabaseObject::name)
        .containsExactly("ORDERS", "SHOP.MV");
    assertThat(dump.grants()).hasSize(1);
  }

  @Test
  @Timeout(60)
  void aMillionLinesOfRowsAreStreamed() {
    String head = "create table a (x int);\ncopy a from stdin;\n";
    String row = "1\tsome row of a table that nobody wants to keep in memory at all\n";
    long rows = 1_000_000;
    Reader endless =
        new Reader() {
          private final String tail = "\\.\ncreate table b (x int);\n";
          private long at;

          @Override
          public int read(char[] to, int from, int length) {
            long all = head.length() + rows * row.length() + tail.length();
            int read = 0;
            while (read < length && at < all) {
              to[from + read++] = at(at++);
            }
            return read == 0 ? -1 : read;
          }

          private char at(long index) {
            long inRows = index - head.length();
            if (inRows < 0) {
              return head.charAt((int) index);
            }
            long behind = inRows - rows * row.length();
            return behind < 0
                ? row.charAt((int) (inRows % row.length()))
                : tail.charAt((int) behind);
          }

          @Override
          public void close() {}
        };

    Migrations dump =
        MigrationReader.read(
            List.of(),
            List.of(new DumpFile("big.sql", () -> new java.io.BufferedReader(endless))),
            new SqlReader(),
            "",
            null);

    assertThat(tables(dump)).containsExactly("a1@1", "b1@1000004");
  }

  @Test
  @Timeout(60)
  void whatIsBrokenHangsNothing() {
    for (String broken :
        List.of(
            "create table a (x int",
            "create function f() as $$ begin select 1 from b",
            "insert into a values ('",
            "copy a from stdin;\n1\n2",
            "DELIMITER ;;\ncreate trigger t",
            "create view v as select ((((((",
            "\u0001\u0002\u0003 create \u0004",
            "/*!50001 create",
            "create table " + "(".repeat(200_000),
            "create view v as select " + "(select ".repeat(5_000),
            "x".repeat(6_000_000),
            "create procedure p() begin " + "insert into t values (1); ".repeat(40_000) + " end",
            "create package body p as " + "procedure a is begin ".repeat(20_000))) {
      read(broken + "\n;\ncreate table z (x int);");
    }
  }
}
