package dev.msvc.analyzers.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.sql.SqlStatement.Kind;
import dev.msvc.model.Certainty;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlReaderTest {
  private static final SqlReader READER = new SqlReader();

  /** As in "SELECT orders[id, total]; INSERT audit". */
  private static String uses(String sql) {
    return READER.read(sql).uses().stream()
        .map(
            use ->
                use.op()
                    + " "
                    + use.table()
                    + (use.columns().isEmpty() ? "" : "[" + String.join(" ", use.columns()) + "]"))
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          select id, total from orders where state = ?         | SELECT orders[id state total]
          select * from shop.orders                            | SELECT shop.orders
          select o.id, c.name from orders o join customers c on c.id = o.customer_id where o.x = 1 | SELECT customers[id name]; SELECT orders[customer_id id x]
          select count(*) from `orders` where `state` = 'x'    | SELECT orders[state]
          select TOP 10 [id] from [dbo].[Orders]               | SELECT dbo.Orders[id]
          select a.x from a, b where a.id = b.id(+)            | SELECT a[id x]; SELECT b[id]
          select x from a where id in (select a_id from b where y = 1) | SELECT a[id x]; SELECT b[a_id y]
          select x from a where exists (select 1 from b where b.a_id = a.id) | SELECT a[id x]; SELECT b[a_id]
          select s.x from (select x from a) s                  | SELECT a[x]
          with t as (select id from a) select t.id, b.z from t join b on b.id = t.id | SELECT a[id]; SELECT b[id z]
          with recursive t as (select id from a union all select t.id from t join a on a.p = t.id) select * from t | SELECT a[id p]
          with recursive b (x) as (select x from a), t (x) as (select x from b union select t.x from t join a on a.p = t.x) select * from t | SELECT a[p x]
          with t (x) as (select x from a union all select a.x from a join t on t.x = a.p) select x from t | SELECT a[p x]
          with t as (select x from t where y = 1) select x from t | SELECT t[x y]
          select x from a union select y from b                | SELECT a[x]; SELECT b[y]
          select sysdate from dual                             |
          select nextval('s')                                  |
          select * from generate_series(1, 10) g               |
          select * from a for update                           | SELECT a
          select id::text, data->>'k' from a where tags @> ?   | SELECT a[data id tags]
          select extract(year from created) from a             | SELECT a[created]
          select x from a limit 5 offset 10                    | SELECT a[x]
          select x from a fetch first 5 rows only              | SELECT a[x]
          select case when x = 1 then y else z end from a      | SELECT a[x y z]
          insert into a (x, y) values (?, :y)                  | INSERT a[x y]
          insert into a values (1)                             | INSERT a
          insert into a (x) select y from b where z = 1        | INSERT a[x]; SELECT b[y z]
          insert into a (x) values (1) on conflict (x) do update set y = excluded.y | MERGE a[x y]
          insert into a (x) values (1) on conflict do nothing  | INSERT a[x]
          insert into a (x) values (1) on duplicate key update y = 2 | MERGE a[x y]
          insert into a (x) values (1) returning id            | INSERT a[x]
          insert ignore into a (x) values (1)                  | INSERT a[x]
          replace into a (x) values (1)                        | MERGE a[x]
          update a set x = 1, y = y + 1 where id = ?           | UPDATE a[x y]
          update a set x = (select max(y) from b where b.id = a.id) where z = 1 | UPDATE a[x]; SELECT b[id y]
          update a join b on a.id = b.a_id set a.x = b.y       | UPDATE a[x]; SELECT b[a_id y]
          update a inner join b on a.id = b.a_id set b.y = a.x | SELECT a[id x]; UPDATE b[y]
          update a set x = b.y from b where a.id = b.a_id      | UPDATE a[x]; SELECT b[a_id y]
          delete from a where id = ?                           | DELETE a[id]
          delete from a using b where a.id = b.a_id            | DELETE a[id]; SELECT b[a_id]
          delete x from a x join b on b.id = x.b_id            | DELETE a[b_id]; SELECT b[id]
          truncate table a                                     | TRUNCATE a
          merge into a t using b s on (t.id = s.id) when matched then update set t.x = s.x when not matched then insert (id, x) values (s.id, s.x) | MERGE a[id x]; SELECT b[id x]
          MERGE INTO a (id, x) KEY (id) VALUES (?, ?)          | MERGE a
          with d as (delete from a where x = 1 returning id) insert into b (id) select id from d | DELETE a; INSERT b
          create table a as select x from b                    | SELECT b[x]
          create view v as select x from b                     | SELECT b[x]
          """)
  void eachTableHasItsOperationAndItsColumns(String sql, String expected) {
    assertThat(uses(sql)).isEqualTo(expected == null ? "" : expected);
    assertThat(READER.read(sql).isStatement()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          select * from a where x = #{x} and y = #{y,jdbcType=VARCHAR}  | SELECT a[x y]
          select * from a where x = :#{#p.x} and y = ?#{principal.id}   | SELECT a[x y]
          select * from a where x = ?1 and y in (:ids) and z in :zs     | SELECT a[x y z]
          select * from a where x = :p.x.y                              | SELECT a[x]
          select * from a order by ${sort}                              | SELECT a
          select ${cols} from a where x = 1                             | SELECT a[x]
          select * from ${schema}.a                                     | SELECT a
          select * from [${schema}].[a]                                 | SELECT a
          select x from @cdm_schema.a join @results_schema.b on b.y = a.x | SELECT a[x]; SELECT b[y]
          select * from {h-schema}a join {h-catalog}{h-schema}b on b.y = a.x | SELECT a[x]; SELECT b[y]
          update {h-domain}a set x = :x where y = 1                     | UPDATE a[x]
          insert into @results.a(x, y) values (@id, ?)                  | INSERT a[x y]
          select * from #{#entityName} where x = 1                      | SELECT #{#entityName}[x]
          select * from a where x = ~                                   | SELECT a[x]
          select * from a where 1=1 ~ order by ~                        | SELECT a
          select * from a ~                                             | SELECT a
          select * from a ~ where x = 1                                 | SELECT a[x]
          select ~ from a                                               | SELECT a
          select x, ~ from a where ~                                    | SELECT a[x]
          select x, ~ y from a where ~ and z = 1                        | SELECT a[x z]
          select * from a where x in (~)                                | SELECT a[x]
          select * from a where x in ~                                  | SELECT a[x]
          select * from a where x ~ ?                                   | SELECT a[x]
          select * from a where x = 1 ~ y = 2                           | SELECT a[x y]
          select * from a where~                                        | SELECT a
          select * from a~                                              | SELECT a
          select * from a where x like '%~%' limit ~                    | SELECT a[x]
          update a set ~ where id = ?                                   | UPDATE a
          update a set x = 1, ~ where id = ?                            | UPDATE a[x]
          update a set ~ = 1 where id = ?                               | UPDATE a
          update a set x = ~, y = ~ where id in (~)                     | UPDATE a[x y]
          insert into a (~) values (~)                                  | INSERT a
          insert into a (x, ~) values (?, ~)                            | INSERT a[x]
          delete from a where ~                                         | DELETE a
          select * from a where x = '%s' and y = %d                     | SELECT a[x y]
          select x as ~, t.~ as ~ from a t where y = 1                  | SELECT a[x y]
          select * from a where x = ?and y = ?or z in (?,?2)            | SELECT a[x y z]
          """)
  void placeholdersAndHolesStillParse(String sql, String expected) {
    String text = sql.replace('~', SqlReader.HOLE);
    assertThat(uses(text)).isEqualTo(expected);
    assertThat(READER.read(text).certainty()).isEqualTo(Certainty.PARSED);
    assertThat(READER.read(text).dynamic()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from ~ where a = ~",
        "select * from ${table}",
        "update ~ set x = 1",
        "insert into ~ (x) values (1)",
        "insert into ~ values ~",
        "delete from tbl_~ where x = 1",
        "select * from a join ~ b on a.id = b.id",
        "select count(*) from (~) t",
        "select * from (~ limit 5) t",
        "select ~ where x = 1",
        "select t.x as x where t.y = 1",
        "truncate table ~",
        "select * from \"~\" where x = 1",
        "select * from `${name}`"
      })
  void aHoleForATableIsDynamic(String sql) {
    SqlStatement statement = READER.read(sql.replace('~', SqlReader.HOLE));

    assertThat(statement.dynamic()).isTrue();
    assertThat(statement.tables()).isSubsetOf("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"select 1", "select s.nextval", "select ? where not exists (select 1 from a)"})
  void whatNeedsNoTableIsNotDynamic(String sql) {
    assertThat(READER.read(sql).dynamic()).isFalse();
  }

  @Test
  void aHoleRightBeforeANameIsItsPrefixAndBehindOneItsEnd() {
    SqlStatement prefixed =
        READER.read("select * from ~ORDERS where a = 1".replace('~', SqlReader.HOLE));

    assertThat(prefixed.tables()).containsExactly("ORDERS");
    assertThat(prefixed.certainty()).isEqualTo(Certainty.INFERRED);
    for (String each :
        List.of("select a from ~_trl", "select a from ~where b = 1", "select a from t_~")) {
      assertThat(READER.read(each.replace('~', SqlReader.HOLE)).tables()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          begin update a set x = 1; delete from b; end;  | UPDATE a; DELETE b
          insert all into a (x) values (1) into b (y) values (2) select z from c | INSERT a; INSERT b; SELECT c
          select a from t where b = 1 for read only with rs use and keep update locks | SELECT t
          select q from #temp t join r on r.id = t.id    | SELECT r[id]
          select a from t where x = 1 where y = 2        | SELECT t[a x y]
          select a from t where x in (1, ) and           | SELECT t[a x]
          select a from t where x =                      | SELECT t[a x]
          """)
  void whatCodePutsTogetherIsReadAllTheSame(String sql, String expected) {
    assertThat(uses(sql)).isEqualTo(expected);
  }

  @Test
  void aSlipOfTheParserEndsInAGuess() {
    assertThat(uses("delete from a where x < timestamp 'when'")).startsWith("DELETE a");
  }

  @Test
  void whatNoGrammarKnowsIsGuessed() {
    SqlStatement statement =
        READER.read("select straight nonsense ~~ from a x inner join s.b on (((where x is");

    assertThat(statement.certainty()).isEqualTo(Certainty.GUESSED);
    assertThat(statement.tables()).containsExactly("a", "s.b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          insert %% into a (x) select y from b, c d where z      | INSERT a; SELECT b; SELECT c
          update only a %% set x = 1 from b                      | UPDATE a; SELECT b
          delete from a %% where extract(day from t) = 1         | DELETE a
          merge into a %% using b on x                           | MERGE a; SELECT b
          with t as (select 1 from a) select %% from t, b        | SELECT a; SELECT b
          select %% from f(1), a where x is distinct from y      | SELECT a
          delete o from orders o %% join b on x                  | SELECT b; SELECT orders; DELETE orders
          """)
  void guessesFollowTheWordsAroundNames(String sql, String expected) {
    assertThat(uses(sql)).isEqualTo(expected);
    assertThat(READER.read(sql).certainty()).isEqualTo(Certainty.GUESSED);
  }

  @Test
  void aWordThatNoNameCanBeIsNoTable() {
    for (String each : List.of("select status from as state", "select x from where y = 1")) {
      assertThat(READER.read(each).tables()).isEmpty();
    }
    assertThat(READER.read("select x from orders as state").tables()).containsExactly("orders");
  }

  @Test
  void aProcedureIsNoTable() {
    assertThat(READER.read("{call pay.settle(?, ?)}"))
        .extracting(SqlStatement::kind, SqlStatement::procedure, SqlStatement::uses)
        .containsExactly(Kind.CALL, "pay.settle", List.of());
    assertThat(READER.read("{ ? = call total(?) }").procedure()).isEqualTo("total");
    assertThat(READER.read("exec dbo.settle @a = 1").procedure()).isEqualTo("dbo.settle");
  }

  @Test
  void tablesOfOneStatementAreJoined() {
    assertThat(READER.read("select * from b, a where a.id = b.id").joined())
        .containsExactly("a", "b");
    assertThat(READER.read("select * from a").joined()).isEmpty();
  }

  @Test
  void deepAndLongTextsEndInAGuess() {
    String deep = "select * from a where " + "(".repeat(1000) + "1" + ")".repeat(1000);
    String longText = "select * from a where x in (" + "1,".repeat(60_000) + "1)";

    assertThat(READER.read(deep).certainty()).isEqualTo(Certainty.GUESSED);
    assertThat(READER.read(deep).tables()).containsExactly("a");
    assertThat(READER.read(longText).certainty()).isEqualTo(Certainty.GUESSED);
    assertThat(READER.read(longText).tables()).containsExactly("a");
  }

  @Test
  void nestedBracketsBelowTheLimitEndSoon() {
    for (int depth : new int[] {5, 10, 20, 40, 59}) {
      String sql =
          "select * from a where "
              + "(x = 1 and (case when ".repeat(depth / 2)
              + "y = 2"
              + " then 1 else 2 end) = 1)".repeat(depth / 2);
      assertThat(READER.read(sql).tables()).containsExactly("a");
    }
  }

  @Test
  void whatIsNoStatementSaysSo() {
    assertThat(READER.read("hello world").isStatement()).isFalse();
    assertThat(READER.read("").isStatement()).isFalse();
    assertThat(READER.read("-- only a comment").isStatement()).isFalse();
    assertThat(READER.read("set foreign_key_checks = 0").kind()).isEqualTo(Kind.SESSION);
  }

  @Test
  void aScriptIsCutWhereClientsCutIt() {
    String script =
        """
        -- first; comment
        insert into a values ('x;y', 'it''s');
        /*!40101 SET NAMES utf8 */;

        create function f() returns int as $body$ begin delete from z; end; $body$ language sql;
        DELIMITER //
        create trigger t after insert on a for each row begin delete from q; end //
        DELIMITER ;
        update b set x = 1
        GO
        delete from c
        GO
        COPY d (x) FROM stdin;
        1;2
        \\.
        create procedure p() begin if x then delete from e; end if; end;
        select 1 from g; select 2 from h
        """;

    assertThat(READER.readScript(script))
        .extracting(SqlStatement::line)
        .containsExactly(2, 5, 7, 9, 11, 13, 16, 17, 17);
  }

  @Test
  void aRoutineOfOracleEndsAtALineWithASlash() {
    String script =
        """
        create table a (id int);
        create or replace procedure p is
          x number;
        begin
          delete from a;
        end;
        /
        drop table b;
        """;

    assertThat(READER.readScript(script)).extracting(SqlStatement::line).containsExactly(1, 2, 8);
  }

  @Test
  void aBacktickInTheFileMeansThatBackslashesEscape() {
    assertThat(READER.readScript("insert into `a` values ('it\\'s; so');\ndelete from `b`;"))
        .extracting(SqlStatement::line)
        .containsExactly(1, 2);
  }

  @Test
  void aTextIsReadTheSameTwice() {
    assertThat(READER.read("select x from a")).isEqualTo(READER.read("select x from a"));
    assertThat(new SqlReader().read("select x from a")).isEqualTo(READER.read("select x from a"));
  }

  @Test
  void aTimeThatTheParserRefusesIsGuessedAround() {
    SqlStatement statement = READER.read("delete from a where at < {ts '2010'}");

    assertThat(statement.certainty()).isEqualTo(Certainty.GUESSED);
    assertThat(statement.uses()).extracting(each -> each.table()).containsExactly("a");
  }

  @Test
  void aPathFromAnAliasIsNoTableAndATableOfASchemaIs() {
    assertThat(tables("select c.id from category c join c.options o where o.x = 1"))
        .containsExactly("category");
    assertThat(tables("select 1 from a c left join c.options o where ((( o.x like '%'"))
        .containsExactly("a");
    assertThat(tables("select 1 from hr.employees hr join hr.departments d on d.id = hr.dep"))
        .containsExactly("hr.departments", "hr.employees");
  }

  private static List<String> tables(String sql) {
    return READER.read(sql).uses().stream().map(TableUse::table).distinct().toList();
  }

  @Test
  void wildcardsBesideAParameterHinderNothing() {
    SqlStatement statement = READER.read("select x from a where ( n like %?% or c like ?% )");

    assertThat(statement.certainty()).isEqualTo(Certainty.PARSED);
    assertThat(statement.uses()).extracting(TableUse::table).containsExactly("a");
  }

  @Test
  void directionsInAGroupingOfMySqlHinderNothing() {
    SqlStatement statement =
        READER.read(
            "select max(x) from a where b in (select c from d group by e desc, f) group by g asc"
                + " order by h desc");

    assertThat(statement.certainty()).isEqualTo(Certainty.PARSED);
    assertThat(statement.uses()).extracting(TableUse::table).containsExactlyInAnyOrder("a", "d");
  }

  @Test
  void theLimitOfAChangeInSqlServerIsNoTable() {
    SqlStatement removal = READER.read("delete top (100) percent from orders where state = 1");
    SqlStatement update = READER.read("UPDATE TOP (?) jobs SET taken = 1");
    SqlStatement open =
        READER.read("delete top (9) from carts where a=#b and c in (\uFFFC) and d<#e");
    SqlStatement named = READER.read("delete from top where id = 1");

    assertThat(removal.certainty()).isEqualTo(Certainty.PARSED);
    assertThat(removal.uses()).extracting(TableUse::table).containsExactly("orders");
    assertThat(update.uses()).extracting(TableUse::table).containsExactly("jobs");
    assertThat(open.uses()).extracting(TableUse::table).containsExactly("carts");
    assertThat(named.uses()).extracting(TableUse::table).containsExactly("top");
  }

  @Test
  void aTextIsReadAsItIsWhateverWasRefusedBefore() {
    String start = "select a.first_name, a.last_name, a.city from persons a where ";
    String refused = start + "a.born ] ? and a.first_name = ? and a.last_name = ? and a.city = ?";
    String rest = " order by a.first_name, a.last_name, a.city, a.street, a.number_of_the_house";

    assertThat(READER.read(refused).certainty()).isEqualTo(Certainty.GUESSED);
    assertThat(READER.read(refused + rest).certainty()).isEqualTo(Certainty.GUESSED);
    assertThat(READER.read(start + "a.born = ? and a.first_name = ?" + rest).certainty())
        .isEqualTo(Certainty.PARSED);
    assertThat(READER.read(refused.replace("]", ">") + rest).certainty())
        .isEqualTo(Certainty.PARSED);
  }

  @Test
  void optionsOfCassandraAreNoTables() {
    SqlStatement statement =
        READER.read("INSERT INTO readings (k, v) VALUES (?, ?) USING TTL ? AND TIMESTAMP ?");

    assertThat(statement.tables()).containsExactly("readings");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select s.id from sample s where s.state = ?",
        "select s.id from patient p, sample s where s.patient = p.id",
        "select p.id from patient p left join sample on sample.patient = p.id where sample.final = 1",
        "select s.start as start, s.end as end, cast(s.x as varchar) as x from sample s",
        "insert into sample (id, state) select id, state from sample",
        "update sample set state = ? where id = ?",
        "delete from sample where id in (select s.id from sample s where \uFFFC)"
      })
  void aTableMayBeNamedLikeAKeywordOfAnotherDatabase(String statement) {
    SqlStatement read = READER.read(statement);

    assertThat(read.certainty()).isNotEqualTo(Certainty.GUESSED);
    assertThat(read.tables()).contains("sample").isSubsetOf("sample", "patient");
  }

  @ParameterizedTest
  @ValueSource(strings = {"final", "use", "window", "pivot", "lateral", "user"})
  void soMayAllThatAreKeywordsSomewhere(String table) {
    SqlStatement read = READER.read("select t.id from " + table + " t where t.id = ?");

    assertThat(read.certainty()).isEqualTo(Certainty.PARSED);
    assertThat(read.tables()).containsExactly(table);
  }

  @Test
  void theArraysThatClickHouseJoinsAreNoTables() {
    SqlStatement read =
        READER.read(
            "select s.id, part from samples s left array join splitByChar(',', s.parts) as part,"
                + " s.more as m inner join studies t on t.id = s.study where part = ?");
    SqlStatement alias =
        READER.read("select 1 from samples array join studies t on t.id = array.id");

    assertThat(read.certainty()).isEqualTo(Certainty.PARSED);
    assertThat(read.tables()).containsExactlyInAnyOrder("samples", "studies");
    assertThat(alias.tables()).containsExactlyInAnyOrder("samples", "studies");
  }
}
