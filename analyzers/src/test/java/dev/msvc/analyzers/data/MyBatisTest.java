package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Access;
import dev.msvc.model.Certainty;
import dev.msvc.model.Place;
import org.junit.jupiter.api.Test;

class MyBatisTest {
  @Test
  void dynamicStatementsAreFlattenedAndIncluded() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                interface OrderMapper { Object find(); void change(); void add(); }
                """)
            .with(
                "src/main/resources/a/OrderMapper.xml",
                """
                <?xml version="1.0"?>
                <!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "http://example.test/x.dtd">
                <mapper namespace="a.OrderMapper">
                  <sql id="from">from ${table} o</sql>
                  <select id="find">
                    select o.id <include refid="from"><property name="table" value="orders"/></include>
                    <if test="c">join customers c on c.id = o.customer_id</if>
                    <where>
                      <if test="a">and o.a = #{a}</if>
                      <choose><when test="b">and o.b = 1</when><otherwise>and o.b &lt; 2</otherwise></choose>
                      and o.id in <foreach collection="ids" item="i" open="(" separator="," close=")">#{i}</foreach>
                    </where>
                  </select>
                  <update id="change">
                    update orders <set><if test="a">a = #{a},</if><if test="b">b = #{b},</if></set> where id = #{id}
                  </update>
                  <insert id="add" databaseId="oracle">
                    <selectKey keyProperty="id" order="BEFORE">select next from order_ids</selectKey>
                    insert into orders(id, a) values (#{id}, #{a})
                  </insert>
                  <insert id="add" databaseId="h2">insert into orders(a) values (#{a})</insert>
                </mapper>
                """)
            .facts(new MyBatisXml());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "INSERT orders OrderMapper.add MYBATIS_XML",
            "SELECT customers OrderMapper.find MYBATIS_XML",
            "SELECT order_ids OrderMapper.add MYBATIS_XML",
            "SELECT orders OrderMapper.find MYBATIS_XML",
            "UPDATE orders OrderMapper.change MYBATIS_XML");
    assertThat(facts.statements().all()).isEqualTo(4);
    assertThat(facts.statements().read()).isEqualTo(4);
    assertThat(facts.mappings().read()).isOne();
    assertThat(facts.accesses())
        .extracting(each -> each.place())
        .contains(new Place("src/main/resources/a/OrderMapper.xml", 5));
  }

  @Test
  void aSelectThatFillsAResultIsRunByWhoeverWantsTheResult() {
    FactCollector facts =
        Fixture.of("package a; interface M { Object order(); }")
            .with(
                "m.xml",
                """
                <mapper namespace="a.M">
                  <resultMap id="whole"><collection property="lines" select="lines"/></resultMap>
                  <select id="order" resultMap="whole">select * from orders</select>
                  <select id="lines">select * from order_lines</select>
                </mapper>
                """)
            .facts(new MyBatisXml());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT order_lines M.order MYBATIS_XML", "SELECT orders M.order MYBATIS_XML");
  }

  @Test
  void aStatementCalledByItsNameBelongsToTheCaller() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.apache.ibatis.session.SqlSession;
                class Dao {
                  static final String NS = "orders.";
                  SqlSession session;
                  Object find() { return session.selectOne(NS + "find", 1); }
                }
                """)
            .with(
                "m.xml",
                "<mapper namespace=\"orders\"><select id=\"find\">select * from"
                    + " orders</select></mapper>")
            .facts(new MyBatisXml());

    assertThat(Fixture.accesses(facts)).containsExactly("SELECT orders Dao.find MYBATIS_XML");
  }

  @Test
  void annotationsOfMyBatisAndOfUnknownLibrariesHoldSql() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.apache.ibatis.annotations.*;
                interface M {
                  @Select({"select * from orders", "where id = #{id}"}) Object one(int id);
                  @Update("<script>update orders <set><if test='a'>a = 1,</if></set></script>") void change();
                  @SelectProvider(type = Sql.class, method = "all") Object all();
                  @InsertProvider(type = Sql.class, method = "add") void add();
                  @x.y.Query("delete from carts where id = :id") void drop();
                  @x.y.Path("/select/from") void path();
                }
                class Sql {
                  String all() { return "select * from " + "lines"; }
                  String add() { return new SQL() {{ INSERT_INTO("lines"); VALUES("a", "1"); }}.toString(); }
                }
                """)
            .facts(new MyBatisAnnotations());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE carts M.drop JDBC",
            "INSERT lines M.add MYBATIS_ANNOTATION",
            "SELECT lines M.all MYBATIS_ANNOTATION",
            "SELECT orders M.one MYBATIS_ANNOTATION",
            "UPDATE orders M.change MYBATIS_ANNOTATION");
    assertThat(facts.unread()).isEmpty();
  }

  @Test
  void aBrokenMapperIsNamedWithItsLine() {
    FactCollector facts =
        Fixture.of("package a; interface M {}")
            .with("m.xml", "<mapper namespace=\"a.M\">\n<select id=\"a\"></mapper>")
            .facts(new MyBatisXml());

    assertThat(facts.mappings().all()).isOne();
    assertThat(facts.mappings().read()).isZero();
    assertThat(facts.unread())
        .singleElement()
        .satisfies(each -> assertThat(each.line()).isEqualTo(2));
  }

  @Test
  void fragmentsThatIncludeThemselvesOrAreNotThereAreNamed() {
    FactCollector facts =
        Fixture.of("package a; interface M { Object one(); Object two(); }")
            .with(
                "m.xml",
                """
                <mapper namespace="a.M">
                  <sql id="x">from orders <include refid="y"/></sql>
                  <sql id="y"><include refid="x"/><include refid="x"/></sql>
                  <select id="one">select * <include refid="x"/></select>
                  <select id="two">select * from carts <include refid="z.none"/></select>
                </mapper>
                """)
            .facts(new MyBatisXml());

    assertThat(Fixture.accesses(facts))
        .containsExactly("SELECT carts M.two MYBATIS_XML", "SELECT orders M.one MYBATIS_XML");
    assertThat(facts.unread())
        .extracting(each -> each.line() + " " + each.reason())
        .contains("4 fragment 'x' includes itself", "5 fragment 'z.none' is not there");
  }

  @Test
  void fragmentsThatMultiplyAreCutOff() {
    StringBuilder xml = new StringBuilder("<mapper namespace=\"a.M\">");
    for (int i = 0; i < 40; i++) {
      String next = "<include refid=\"f" + (i + 1) + "\"/>";
      xml.append("<sql id=\"f" + i + "\">" + next + next + "</sql>");
    }
    xml.append("<sql id=\"f40\">from orders</sql>");
    xml.append("<select id=\"one\">select * <include refid=\"f0\"/></select></mapper>");

    FactCollector facts =
        Fixture.of("package a; interface M { Object one(); }")
            .with("m.xml", xml.toString())
            .facts(new MyBatisXml());

    assertThat(facts.unread())
        .extracting(each -> each.reason())
        .contains("more is included than is followed");
  }

  @Test
  void aMapperOfAClassThatIsNotThereIsNamedAndItsTablesAreKnown() {
    FactCollector facts =
        Fixture.of("package a; interface M {}")
            .with(
                "m.xml",
                "<mapper namespace=\"a.Gone\">\n"
                    + "<select id=\"one\">select * from orders</select></mapper>")
            .facts(new MyBatisXml());

    assertThat(Fixture.accesses(facts)).containsExactly("SELECT orders  MYBATIS_XML");
    assertThat(facts.unread())
        .extracting(each -> each.reason())
        .containsExactly("mapper of 'a.Gone', a class that is not there");
  }

  @Test
  void whatOnlyTheConfigurationKnowsIsTakenFromTablesNames() {
    FactCollector facts =
        Fixture.of("package a; interface M { void a(); void b(); void c(); void d(); void e(); }")
            .with(
                "m.xml",
                """
                <mapper namespace="a.M">
                  <select id="a">${limitBefore} select ${top} r.* ${between} from ${schema}.ORDERS r
                    <bind name="how" value="'left join'"/> ${how} LINES l on l.id = r.id ${limitAfter}</select>
                  <update id="b">update ${limit} CARTS set a = ${a} where b ${and}#{b}${end} = 1</update>
                  <select id="c">select * from ${table} where a = 1</select>
                  <select id="d">select * from log_${month}</select>
                  <select id="e">${sql}</select>
                </mapper>
                """)
            .facts(new MyBatisXml());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT LINES M.a MYBATIS_XML",
            "SELECT ORDERS M.a MYBATIS_XML",
            "UPDATE CARTS M.b MYBATIS_XML");
    assertThat(facts.unread())
        .extracting(each -> each.line() + " " + each.reason())
        .containsExactlyInAnyOrder(
            "5 dynamic table name",
            "6 dynamic table name",
            "7 the statement's text is only known when it runs");
  }

  @Test
  void annotationsHaveCopiesForDatabasesPrefixesAndNestedSelects() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.apache.ibatis.annotations.*;
                interface M {
                  @Select("select * from ${prefix}orders") @Select(value = "select * from big_orders", databaseId = "o")
                  @Results({
                    @Result(property = "lines", column = "id", many = @Many(select = "a.Lines.of")),
                    @Result(property = "owner", column = "o", one = @One(select = "owner"))
                  })
                  Object all();
                  @Select("select * from owners") Object owner();
                }
                """,
                """
                package a;
                import org.apache.ibatis.annotations.*;
                interface Lines { @Select("select * from lines where o = #{id}") Object of(long id); }
                """)
            .facts(new MyBatisAnnotations());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT big_orders M.all MYBATIS_ANNOTATION",
            "SELECT lines Lines.of MYBATIS_ANNOTATION",
            "SELECT lines M.all MYBATIS_ANNOTATION",
            "SELECT orders M.all MYBATIS_ANNOTATION",
            "SELECT owners M.all MYBATIS_ANNOTATION",
            "SELECT owners M.owner MYBATIS_ANNOTATION");
    assertThat(facts.statements().all()).isEqualTo(3);
  }

  @Test
  void aProviderMayInheritItsMethodOrNameNone() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.apache.ibatis.annotations.*;
                interface M {
                  @SelectProvider(type = Sql.class, method = "all") Object all();
                  @DeleteProvider(Sql.class) void drop();
                  @UpdateProvider(type = Only.class) void change();
                  @UpdateProvider(type = Only.class, method = "gone") void gone();
                }
                class Base { String all() { return "select * from lines"; } }
                class Sql extends Base {
                  String drop() { SQL sql = new SQL(); sql.DELETE_FROM("lines"); return sql.toString(); }
                }
                class Only { String provideSql() { return "update orders set a = 1"; } }
                """)
            .facts(new MyBatisAnnotations());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE lines M.drop MYBATIS_ANNOTATION",
            "SELECT lines M.all MYBATIS_ANNOTATION",
            "UPDATE orders M.change MYBATIS_ANNOTATION");
    assertThat(facts.unread())
        .extracting(each -> each.line() + " " + each.reason())
        .containsExactly("7 text of the provider's statement is not known");
  }

  @Test
  void aBuilderJoinsAQueryInBracketsByTheTablesInIt() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.apache.ibatis.annotations.*;
                interface M { @SelectProvider(type = Sql.class, method = "all") Object all(); }
                class Sql {
                  String all() {
                    BEGIN();
                    SELECT("*");
                    FROM("orders");
                    LEFT_OUTER_JOIN("(SELECT l.id FROM lines l JOIN parts p ON p.id = l.id) x on x.id = orders.id");
                    return SQL();
                  }
                }
                """)
            .facts(new MyBatisAnnotations());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT lines M.all MYBATIS_ANNOTATION",
            "SELECT orders M.all MYBATIS_ANNOTATION",
            "SELECT parts M.all MYBATIS_ANNOTATION");
  }

  @Test
  void clausesOfABuilderGiveAllTheirTables() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.apache.ibatis.annotations.*;
                import static org.apache.ibatis.jdbc.SqlBuilder.*;
                interface M {
                  @SelectProvider(type = Sql.class, method = "all") Object all();
                  @UpdateProvider(type = Sql.class, method = "change") void change();
                }
                class Sql {
                  static String all(boolean old) { return old ? oldOnes() : newOnes(); }
                  private static String oldOnes() {
                    BEGIN();
                    SELECT("o.id, (select max(p.paid) from payments p where p.order_id = o.id) paid");
                    FROM("orders o join lines l on l.order_id = o.id, parts");
                    restrict();
                    return SQL();
                  }
                  private static String newOnes() {
                    BEGIN(); SELECT_DISTINCT("id"); FROM("drafts"); ORDER_BY("id");
                    String sql = SQL();
                    return sql;
                  }
                  private static void restrict() {
                    WHERE("o.id not in (select order_id from blocked)");
                    WHERE("o.name like #{name} or o.name is null");
                  }
                  static String change() {
                    return new org.apache.ibatis.jdbc.SQL() {{
                      UPDATE("orders");
                      SET("state = #{state}", "owner = (select u.id from users u where u.name = #{name})");
                      WHERE("id = #{id}");
                    }}.toString();
                  }
                }
                """)
            .facts(new MyBatisAnnotations());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT blocked M.all MYBATIS_ANNOTATION",
            "SELECT drafts M.all MYBATIS_ANNOTATION",
            "SELECT lines M.all MYBATIS_ANNOTATION",
            "SELECT orders M.all MYBATIS_ANNOTATION",
            "SELECT parts M.all MYBATIS_ANNOTATION",
            "SELECT payments M.all MYBATIS_ANNOTATION",
            "SELECT users M.change MYBATIS_ANNOTATION",
            "UPDATE orders M.change MYBATIS_ANNOTATION");
    assertThat(facts.accesses()).extracting(Access::certainty).containsOnly(Certainty.INFERRED);
    assertThat(facts.joins()).extracting(each -> each.tables().size()).containsExactly(5, 2);
    assertThat(facts.statements().read()).isEqualTo(2);
    assertThat(facts.unread()).isEmpty();
  }
}
