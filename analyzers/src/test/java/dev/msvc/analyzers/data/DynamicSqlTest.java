package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Certainty;
import dev.msvc.model.Unread;
import org.junit.jupiter.api.Test;

class DynamicSqlTest {
  private static FactCollector statement(String xml) {
    return Fixture.of("package a; interface M { Object find(); }")
        .with("m.xml", "<mapper namespace=\"a.M\">%s</mapper>".formatted(xml))
        .facts(new MyBatisXml());
  }

  private static void assertUnderstood(FactCollector facts, String... accesses) {
    assertThat(Fixture.accesses(facts)).containsExactly(accesses);
    assertThat(facts.accesses()).allMatch(each -> each.certainty() == Certainty.PARSED);
    assertThat(facts.statements().read()).isEqualTo(facts.statements().all());
    assertThat(facts.unread()).isEmpty();
  }

  @Test
  void conditionsThatExcludeEachOtherAreNotTakenTogether() {
    FactCollector facts =
        statement(
            """
            <select id="find">
              select * from orders where
              <if test="closed == null">state = 1</if>
              <if test="closed != null and closed.size() > 0">state = 2</if>
              <if test="!closed">and open = 1</if>
            </select>
            """);

    assertUnderstood(facts, "SELECT orders M.find MYBATIS_XML");
  }

  @Test
  void aTableOfAPartThatIsLeftOutIsFoundInATextOfItsOwn() {
    FactCollector facts =
        statement(
            """
            <select id="find">
              select * from
              <if test="kind == 'a'">orders</if>
              <if test="kind == 'b'">(select id from old_orders) o</if>
              <choose>
                <when test="x">join lines l on l.id = 1</when>
                <when test="y">join parts p on p.id = 1</when>
                <otherwise>join bills b on b.id = 1</otherwise>
              </choose>
            </select>
            """);

    assertUnderstood(
        facts,
        "SELECT bills M.find MYBATIS_XML",
        "SELECT lines M.find MYBATIS_XML",
        "SELECT old_orders M.find MYBATIS_XML",
        "SELECT orders M.find MYBATIS_XML",
        "SELECT parts M.find MYBATIS_XML");
  }

  @Test
  void conditionsSideBySideAreJoinedOrTakenOneByOne() {
    FactCollector facts =
        statement(
            """
            <select id="find">
              select a.id from orders a where a.owner =
              <if test="column != null">${column}</if><if test="owner != null">#{owner}</if>
              and
              <if test="column != null">${column} in</if>
              <if test="owner != null">exists</if>
              (select id from owners)
            </select>
            """);

    assertUnderstood(facts, "SELECT orders M.find MYBATIS_XML", "SELECT owners M.find MYBATIS_XML");
  }

  @Test
  void aLoopRunsItsFirstRound() {
    FactCollector facts =
        statement(
            """
            <select id="find">
              select o.id from orders o
              <foreach collection="names" item="n" index="i">
                join notes n${i} on n${i}.order_id = o.id
              </foreach>
              where
              <foreach collection="names" item="n" index="i" open="(" close=")">
                <if test="i > 0">or</if> n${i}.name = #{n}
              </foreach>
            </select>
            """);

    assertUnderstood(facts, "SELECT notes M.find MYBATIS_XML", "SELECT orders M.find MYBATIS_XML");
  }

  @Test
  void columnsThatAreChosenWhenAnInsertRunsAreNoCondition() {
    FactCollector facts =
        statement(
            """
            <insert id="find">
              insert into order_log (
              <foreach collection="selective" item="column" separator=",">
                ${column.escapedColumnName}
              </foreach>
              )
              values
              <foreach collection="list" item="item" separator=",">
                (
                <foreach collection="selective" item="column" separator=",">
                  <if test="'id'.toString() == column.value">#{item.id,jdbcType=VARCHAR}</if>
                  <if test="'text'.toString() == column.value">#{item.text}</if>
                </foreach>
                )
              </foreach>
            </insert>
            """);

    assertUnderstood(facts, "INSERT order_log M.find MYBATIS_XML");
  }

  @Test
  void whatADialectPutsAroundASelectionIsTakenAway() {
    FactCollector facts =
        statement(
            """
            <select id="find">
              select ${ifNull}(max(q.n), 0) from ( ${limitBefore} select n from orders ${limitAfter} ) q
            </select>
            """);

    assertUnderstood(facts, "SELECT orders M.find MYBATIS_XML");
  }

  @Test
  void selectionsThatLieDeepAreReadOneByOne() {
    String deep = "select a from t0 where b = 1";
    for (int i = 1; i < 20; i++) {
      deep = "select a from t%d where b in (%s)".formatted(i % 3, deep);
    }

    FactCollector facts = statement("<select id=\"find\">%s</select>".formatted(deep));

    assertUnderstood(
        facts,
        "SELECT t0 M.find MYBATIS_XML",
        "SELECT t1 M.find MYBATIS_XML",
        "SELECT t2 M.find MYBATIS_XML");
  }

  @Test
  void aTableThatOnlyATextSaysWhichDoesNotParseStaysGuessed() {
    FactCollector facts =
        statement(
            """
            <select id="find">
              <choose>
                <when test="a">select * from orders</when>
                <otherwise>select * from bills where where ) having</otherwise>
              </choose>
            </select>
            """);

    assertThat(Fixture.accesses(facts))
        .containsExactly("SELECT bills M.find MYBATIS_XML", "SELECT orders M.find MYBATIS_XML");
    assertThat(facts.accesses())
        .filteredOn(each -> each.table().equals("bills"))
        .allMatch(each -> each.certainty() == Certainty.GUESSED);
    assertThat(facts.unread())
        .extracting(Unread::reason)
        .containsExactly("SQL that does not parse as a whole: tables are guessed");
  }

  @Test
  void aVariableStandsForTheFirstTextThatItCanHave() {
    FactCollector facts =
        statement(
            """
            <select id="find">
              <bind name="how" value="any ? 'left join' : 'inner join'"/>
              select a.id from orders a
              <if test="x">${how} lines l on l.id = a.id</if>
              <if test="y">${how} parts p on p.id = a.id</if>
              where <if test="z">a.id = 1</if> <if test="u">a.id = 2</if>
            </select>
            """);

    assertUnderstood(
        facts,
        "SELECT lines M.find MYBATIS_XML",
        "SELECT orders M.find MYBATIS_XML",
        "SELECT parts M.find MYBATIS_XML");
  }

  @Test
  void oddTestsAreNoHarm() {
    FactCollector facts =
        statement(
            """
            <select id="find">
              select * from orders where 1 = 1
              <if test="">and a = 1</if>
              <if test="((((">and b = 1</if>
              <if test="'unclosed == x">and c = 1</if>
              <if test="x in {1, 2} or @a.B@is(x, 'y') and not (z lt 3)">and d = 1</if>
            </select>
            """);

    assertUnderstood(facts, "SELECT orders M.find MYBATIS_XML");
  }
}
