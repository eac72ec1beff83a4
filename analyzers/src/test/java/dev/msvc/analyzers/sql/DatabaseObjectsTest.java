package dev.msvc.analyzers.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Certainty;
import dev.msvc.model.DatabaseObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseObjectsTest {
  private static Migrations read(String... pathsAndTexts) {
    List<MigrationFile> files = new ArrayList<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      String text = pathsAndTexts[i + 1];
      files.add(new MigrationFile(pathsAndTexts[i], text.length(), () -> text));
    }
    return MigrationReader.read(files, new SqlReader());
  }

  /** As in "trigger t on a [INSERT] reads[b] writes[c] calls[p]". */
  private static String objects(Migrations migrations) {
    return migrations.objects().stream()
        .map(DatabaseObjectsTest::object)
        .collect(Collectors.joining("; "));
  }

  private static String object(DatabaseObject object) {
    return (object.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + object.name())
        + (object.tables().isEmpty() ? "" : " on " + String.join(",", object.tables()))
        + (object.events().isEmpty() ? "" : " " + object.events())
        + (object.reads().isEmpty() ? "" : " reads" + object.reads())
        + (object.writes().isEmpty() ? "" : " writes" + object.writes())
        + (object.calls().isEmpty() ? "" : " calls" + object.calls());
  }

  private static String script(String text) {
    return objects(read("db/schema.sql", text));
  }

  @Test
  void rowPoliciesAreReadWithTheirTablesAndWhatTheyLookUp() {
    assertThat(
            script(
                """
                create table orders (id int, org int);
                create table members (org int, person text);
                alter table orders enable row level security;
                create policy mine on public.orders as restrictive for select to public
                  using (org in (select m.org from members m where m.person = current_user));
                create policy mine on members using (person = current_setting('app.person'));
                create policy old on orders using (true);
                drop policy if exists old on orders;
                create table gone (id int);
                create policy p on gone using (true);
                create trigger t before insert on gone for each row execute function f();
                drop table gone;
                """))
        .isEqualTo("policy mine on public.orders reads[members]; policy mine on members");
    assertThat(
            script(
                """
                create table dbo.Orders (Id int, TenantId int);
                CREATE SECURITY POLICY Tenants
                  ADD FILTER PREDICATE dbo.allowed(TenantId) ON dbo.Orders,
                  ADD BLOCK PREDICATE dbo.allowed(TenantId) ON dbo.Items WITH (STATE = ON);
                """))
        .isEqualTo("policy Tenants on dbo.Items,dbo.Orders");
    assertThat(
            script(
                """
                create table orders (id number);
                begin
                  dbms_rls.add_policy(object_schema => 'SHOP', object_name => 'ORDERS',
                    policy_name => 'BY_REGION', policy_function => 'REGION_OF');
                  dbms_rls.add_policy('SHOP', 'ITEMS', 'BY_SHOP', 'SHOP', 'SHOP_OF');
                end;
                /
                """))
        .isEqualTo("policy BY_REGION on ORDERS; policy BY_SHOP on ITEMS");
  }

  @Test
  void aTableOrColumnCalledPolicyIsNoRowPolicy() {
    Migrations read =
        read(
            "db/schema.sql",
            "create table policy (id int, policy text); create index policy_i on policy (id);"
                + " alter table policy add column row_policy int;");

    assertThat(objects(read)).isEmpty();
    assertThat(read.tables()).hasSize(1);
    assertThat(read.unread()).isEmpty();
  }

  @Test
  void aFunctionOfPostgresHasItsStatementsInDollars() {
    assertThat(
            script(
                """
                CREATE OR REPLACE FUNCTION public.pay(v_id INTEGER) RETURNS SETOF orders AS $BODY$
                DECLARE
                  r RECORD; -- a record; not a table
                  n integer := 0;
                BEGIN
                  SELECT count(*) INTO STRICT n FROM orders o, customers c WHERE o.id = v_id;
                  IF EXISTS (SELECT 1 FROM blocked b WHERE b.id = v_id) THEN
                    RAISE EXCEPTION 'delete from nothing';
                  END IF;
                  FOR r IN SELECT * FROM order_lines WHERE order_id = v_id LOOP
                    UPDATE stock SET n = CASE WHEN n > 1 THEN n - 1 ELSE 0 END WHERE id = r.id;
                    PERFORM tell(r.id);
                  END LOOP;
                  CREATE TEMP TABLE t1 AS SELECT id FROM payments;
                  INSERT INTO t1 SELECT 1;
                  DELETE FROM ONLY baskets WHERE id = EXTRACT(year FROM now());
                  INSERT INTO ledger (id) VALUES (v_id) ON CONFLICT (id) DO UPDATE SET n = 1
                    RETURNING id INTO n;
                  RETURN QUERY SELECT * FROM orders WHERE id IS DISTINCT FROM v_id;
                END;
                $BODY$ LANGUAGE plpgsql;
                create function tell(int) returns void as 'insert into told values (''a'', $1)' language sql;
                """))
        .isEqualTo(
            "function public.pay reads[blocked, customers, order_lines, orders]"
                + " writes[baskets, ledger, stock] calls[tell]; function tell writes[told]");
  }

  @Test
  void aTriggerOfPostgresCallsItsFunction() {
    assertThat(
            script(
                """
                create function logs() returns trigger as $$ begin
                  if TG_OP = 'UPDATE' then insert into log values (new.id); end if; return new; end $$
                  language plpgsql;
                CREATE TRIGGER log_it AFTER INSERT OR UPDATE OF name ON public.orders
                  FOR EACH ROW WHEN (NEW.x IS NULL) EXECUTE FUNCTION logs();
                create trigger gone before delete on orders execute procedure logs();
                drop trigger gone on orders;
                create rule r as on insert to v do instead insert into orders values (1);
                """))
        .isEqualTo(
            "trigger log_it on public.orders [INSERT, UPDATE] calls[logs]; function logs"
                + " writes[log]; trigger r on v [INSERT] writes[orders]");
  }

  @Test
  void mySqlWritesRoutinesBetweenDelimiters() {
    assertThat(
            script(
                """
                DELIMITER $$
                CREATE DEFINER=`root`@`localhost` TRIGGER `t` BEFORE INSERT ON `orders` FOR EACH ROW
                BEGIN
                  DECLARE c CURSOR FOR SELECT id FROM lines;
                  SELECT x INTO @y FROM rates WHERE id = NEW.id;
                  FETCH c INTO a;
                  REPLACE INTO totals SET n = 1;
                  CALL shop.tell(1);
                END$$
                CREATE PROCEDURE tell(IN a INT)
                BEGIN
                  SET @s = CONCAT('UPDATE told SET n = ', a);
                  PREPARE st FROM @s;
                  EXECUTE st;
                END $$
                DELIMITER ;
                CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DO DELETE FROM old_rows;
                """))
        .isEqualTo(
            "job nightly writes[old_rows]; trigger t on orders [INSERT] reads[lines, rates]"
                + " writes[totals] calls[shop.tell]; procedure tell writes[told]");
  }

  @Test
  void oracleEndsARoutineWithASlash() {
    assertThat(
            script(
                """
                CREATE OR REPLACE TRIGGER "SHOP"."T" BEFORE INSERT OR DELETE ON "SHOP"."ORDERS"
                REFERENCING NEW AS NEW OLD AS OLD FOR EACH ROW
                DECLARE n NUMBER;
                BEGIN
                  SELECT order_seq.NEXTVAL INTO :new.id FROM dual;
                  pkg.tell(n);
                END;
                /
                CREATE SEQUENCE order_seq START WITH 1
                /
                CREATE OR REPLACE PACKAGE pkg AS
                  PROCEDURE tell (a IN NUMBER);
                END pkg;
                /
                CREATE OR REPLACE PACKAGE BODY pkg AS
                  CURSOR c IS SELECT id FROM lines;
                  FUNCTION rate (a NUMBER, b NUMBER DEFAULT 1) RETURN NUMBER IS
                    v NUMBER;
                  BEGIN
                    SELECT r BULK COLLECT INTO v FROM rates START WITH id = 1 CONNECT BY PRIOR id = up;
                    RETURN v;
                  END rate;
                  PROCEDURE tell (a IN NUMBER) IS
                    PROCEDURE inner IS BEGIN DELETE FROM inner_rows; END;
                  BEGIN
                    IF rate(1) > 2 THEN
                      MERGE INTO told t USING (SELECT 1 FROM news) s ON (t.id = s.id)
                      WHEN MATCHED THEN UPDATE SET n = 1 WHEN NOT MATCHED THEN INSERT (id) VALUES (1);
                    END IF;
                    EXECUTE IMMEDIATE 'truncate table ' || 'staging';
                  END tell;
                END pkg;
                /
                CREATE OR REPLACE PUBLIC SYNONYM orders FOR shop.orders@far;
                CREATE PUBLIC DATABASE LINK far CONNECT TO u IDENTIFIED BY p USING 'x';
                BEGIN
                  DBMS_SCHEDULER.CREATE_JOB(job_name => 'NIGHT', job_type => 'PLSQL_BLOCK',
                    job_action => 'BEGIN pkg.tell(1); END;');
                END;
                /
                """))
        .isEqualTo(
            "job NIGHT calls[pkg.tell]; trigger SHOP.T on SHOP.ORDERS [INSERT, DELETE]"
                + " calls[pkg.tell]; link far; sequence order_seq on SHOP.ORDERS; synonym orders on"
                + " shop.orders; package pkg reads[news, rates] writes[inner_rows, staging, told];"
                + " procedure pkg.inner writes[inner_rows]; function pkg.rate reads[rates];"
                + " procedure pkg.tell reads[news] writes[staging, told] calls[rate]");
  }

  @Test
  void declarationsBeforeTheBodyEndNothing() {
    String routine =
        "create or replace procedure p (a in number) as\n  n number := 0;\n"
            + "  cursor c is select id from lines;\nbegin\n  delete from told;\nend p;\n";

    assertThat(script(routine)).isEqualTo("procedure p reads[lines] writes[told]");
    assertThat(script(routine + "/")).isEqualTo("procedure p reads[lines] writes[told]");
    assertThat(script(routine + "create procedure q as begin delete from told; end;"))
        .isEqualTo("procedure p reads[lines] writes[told]; procedure q writes[told]");
  }

  @Test
  void sqlServerEndsARoutineWithGo() {
    assertThat(
            script(
                """
                CREATE TRIGGER [dbo].[T] ON [dbo].[Orders] WITH EXECUTE AS OWNER AFTER INSERT, UPDATE AS
                BEGIN
                  SET NOCOUNT ON
                  IF UPDATE(Name)
                    INSERT INTO dbo.Log SELECT i.Id FROM inserted i JOIN dbo.Customers c ON c.Id = i.Id
                  UPDATE o SET o.N = 1 FROM dbo.Orders o
                  EXEC dbo.Tell @id = 1
                END
                GO
                ALTER PROCEDURE [dbo].[Tell] @id int AS
                  DECLARE @rows TABLE (id int)
                  INSERT INTO @rows SELECT Id FROM #tmp
                  EXEC sp_executesql N'DELETE FROM dbo.Told WHERE Id = @id', N'@id int', @id
                GO
                CREATE SYNONYM dbo.S FOR [dbo].[Orders]
                GO
                EXEC sp_addlinkedserver @server = N'FAR'
                EXEC msdb.dbo.sp_add_jobstep @job_name = N'Night', @command = N'EXEC dbo.Tell 1'
                GO
                """))
        .isEqualTo(
            "link FAR; job Night calls[dbo.Tell]; synonym dbo.S on dbo.Orders; trigger dbo.T on"
                + " dbo.Orders [INSERT, UPDATE] reads[dbo.Customers] writes[dbo.Log, dbo.Orders]"
                + " calls[dbo.Tell]; procedure dbo.Tell writes[dbo.Told]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          create sequence s; create table a (id int default nextval('s'::regclass)) | sequence s on a
          create sequence s; create table a (id int); alter sequence s owned by a.id | sequence s on a
          create sequence s; create table a (id int default next value for s) | sequence s on a
          create sequence s; create table a (id int); alter table a alter column id set default nextval('public.s') | sequence s on a
          create sequence s; drop sequence if exists s |
          create sequence s; alter sequence s rename to t | sequence t
          create function f() returns int as 'select 1 from a' language sql; create function f(x int) returns int as 'select 1 from b' language sql | function f reads[a, b]
          create function f() returns int as 'select 1 from a' language sql; create or replace function f() returns int as 'select 1 from b' language sql | function f reads[b]
          create function f() returns int as 'x' language c; drop function f() |
          create publication p for table a, b; create subscription s connection 'x' publication q | replication p on a,b; replication s
          create type mood as enum ('a') | type mood
          select cron.schedule('nightly', '0 0 * * *', $$delete from old_rows$$) | job nightly writes[old_rows]
          create view v as select * from a join b using (id); create or replace view v as select * from c | view v reads[c]
          create procedure p() begin execute immediate v_sql; end | procedure p
          """)
  void eachKindIsNamed(String script, String expected) {
    assertThat(script(script)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          grant select, update (a, b) on table orders, lines to reporting, "Bi" with grant option | Bi [SELECT, UPDATE] lines; Bi [SELECT, UPDATE] orders; reporting [SELECT, UPDATE] lines; reporting [SELECT, UPDATE] orders
          GRANT ALL PRIVILEGES ON `shop`.* TO 'bi'@'%' | bi [ALL] shop.*
          grant select on all tables in schema public to etl | etl [SELECT] public.*
          GRANT EXECUTE ON OBJECT::dbo.Tell TO [partner] | partner [EXECUTE] dbo.Tell
          grant execute on function f(int, text) to app | app [EXECUTE] f
          grant admins to joe; grant create session to joe |
          grant select on a to b; revoke all on a from b |
          """)
  void grantsToldWhoElseMay(String script, String expected) {
    Migrations migrations = read("db/schema.sql", script);

    assertThat(
            migrations.grants().stream()
                .map(each -> each.grantee() + " " + each.privileges() + " " + each.object())
                .collect(Collectors.joining("; ")))
        .isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void whatIsOnlyKnownAtRunTimeIsSaid() {
    Migrations migrations =
        read(
            "db/schema.sql",
            "create table a (x int);\ncreate procedure p(t text) language plpgsql as $$"
                + " begin execute 'delete from ' || t; end $$");

    assertThat(migrations.unread())
        .hasToString(
            "[Unread[file=db/schema.sql, line=2, reason=p runs SQL that is only known when it"
                + " runs]]");
  }

  @Test
  void aRoutineThatAMigrationCallsDefinesWhatItHolds() {
    assertThat(
            read(
                    "db/migration/V1__a.sql",
                    """
                    DELIMITER //
                    CREATE PROCEDURE up() BEGIN
                      IF NOT EXISTS (SELECT 1 FROM information_schema.tables) THEN
                        CREATE TABLE late (x INT);
                      END IF;
                    END//
                    CALL up()//
                    DROP PROCEDURE up//
                    """,
                    "db/migration/V2__b.sql",
                    "do $$ begin create table later (y int); end $$;")
                .tables())
        .extracting(each -> each.name() + each.columns().size())
        .containsExactly("late1", "later1");
  }

  @Test
  void upgradesGoOnFromTheFullDefinition() {
    Migrations migrations =
        read(
            "db/create_tables.sql", "create table a (x int); create table b (x int);",
            "db/upgrade/10_0_c.sql", "drop table c; alter table a add z int;",
            "db/upgrade/9_2_b.sql",
                "drop table b; create table c (x int); alter table a rename to d",
            "db/drop/all.sql", "drop table a; drop table d;",
            "db/rollback/all.sql", "drop table d; create table e (x int)");

    assertThat(migrations.tables())
        .extracting(each -> each.name() + each.columns().size())
        .containsExactly("d1");
  }

  @Test
  void aTriggerOfTheDatabasesOwnEventsIsOfNoTable() {
    assertThat(
            script(
                """
                create event trigger log_ddl on ddl_command_end execute function log_it();
                create trigger stamp before insert on orders execute function log_it();
                """))
        .isEqualTo("trigger stamp on orders [INSERT]");
  }

  @Test
  void aVendorsUpgradesGoOnFromThoseThatAreOfNone() {
    Migrations migrations =
        read(
            "db/create.sql",
            "create table a (id int); create table b (id int); create table c (id int);",
            "db/upgrade-old/1/views.sql",
            """
            create view v as select * from a;
            create view gone as select * from a;
            create procedure p() begin delete from a; end;
            """,
            "db/upgrade/2/oracle/views.sql",
            """
            create or replace view v as select * from b;
            drop view gone;
            create or replace procedure p as begin delete from b; end;
            /
            """,
            "db/upgrade/3/postgresql/views.sql",
            "create or replace view v as select * from c;");

    assertThat(
            migrations.objects().stream()
                .map(each -> each.kind() + " " + each.name() + " " + each.uses()))
        .containsExactly(
            "PROCEDURE p [Use[table=b, op=DELETE]]", "VIEW v [Use[table=b, op=SELECT]]");
    assertThat(migrations.objects().get(1).places()).hasSize(3);
  }

  @Test
  void aSecondFullDefinitionTakesNothingFromTheFirst() {
    Migrations migrations =
        read(
            "db/h2/views.sql",
            "create view v as select * from a;",
            "db/oracle/views.sql",
            "drop view v; create view v as select * from b;");

    assertThat(migrations.objects())
        .extracting(each -> each.name() + " " + each.uses())
        .containsExactly("v [Use[table=a, op=SELECT]]");
  }

  @Test
  void whatLivesInARoutineOnlyIsNoTableAndEndsNoStatement() {
    Migrations migrations =
        read(
            "db/dump.sql",
            """
            CREATE PROCEDURE archive AS
            BEGIN
              CREATE TABLE #gone (id bigint)
              INSERT INTO #gone SELECT id FROM orders
              DELETE o FROM orders o JOIN #gone g ON g.id = o.id
              DROP TABLE #gone
              UPDATE log SET n = 1
            END
            GO
            """);

    assertThat(migrations.objects().get(0).uses())
        .extracting(use -> use.table() + " " + use.op())
        .containsExactlyInAnyOrder("orders SELECT", "orders DELETE", "log UPDATE");
    assertThat(migrations.tables()).isEmpty();
  }

  @Test
  void aTriggerThatIsEnabledHidesNothingBehindIt() {
    Migrations migrations =
        read(
            "db/dump.sql",
            """
            create or replace trigger first after insert on item for each row
            begin
              insert into log values (1);
            end;
            /
            ALTER TRIGGER first ENABLE;

            create or replace trigger second before insert on item for each row
            begin
              :new.id := ids.nextval;
            end;
            /
            """);

    assertThat(migrations.objects())
        .extracting(each -> each.name())
        .containsExactly("first", "second");
  }

  @Test
  void joinsInBracketsAndWhatFollowsAMaterializedViewAreRead() {
    Migrations migrations =
        read(
            "db/dump.sql",
            """
            create materialized view sales as
             SELECT o.item_id FROM ((orders o JOIN item i ON ((i.id = o.item_id)))
               LEFT JOIN kind k ON ((k.id = i.kind)))
              WITH NO DATA;
            """);

    assertThat(migrations.tables().get(0).dependsOn())
        .containsExactlyInAnyOrder("orders", "item", "kind");
    assertThat(migrations.objects().get(0).certainty()).isEqualTo(Certainty.PARSED);
  }
}
