package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Certainty;
import org.junit.jupiter.api.Test;

class StatementCallsTest {
  private static final String ACCOUNTS =
      """
      <sqlMap namespace="Account">
        <typeAlias alias="account" type="a.Account"/>
        <cacheModel id="cache" type="LRU"><flushOnExecute statement="Account.drop"/></cacheModel>
        <resultMap id="whole" class="account">
          <result property="orders" column="id" select="Account.orders"/>
        </resultMap>
        <sql id="columns">id, name</sql>
        <select id="find" resultMap="whole">
          select <include refid="Account.columns"/> from $schema$accounts
          <dynamic prepend="where">
            <isNotNull prepend="and" property="name">name like '%$name$%'</isNotNull>
            <isEqual prepend="and" property="kind" compareValue="1">exists (select 1 from kinds)</isEqual>
            <iterate prepend="and" property="ids" open="id in (" close=")" conjunction=",">#ids[]#</iterate>
          </dynamic>
        </select>
        <select id="orders">select * from orders where account_id = #value#</select>
        <insert id="add">
          insert into accounts (id, name) values (#id:INTEGER#, #name#)
          <selectKey resultClass="int">select nextid from ids</selectKey>
        </insert>
        <delete id="drop">delete from accounts where id = #id#</delete>
        <procedure id="close">{call close_account(#id#)}</procedure>
      </sqlMap>
      """;

  @Test
  void statementsOfIbatisAreRunByTheirIds() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.springframework.orm.ibatis.support.SqlMapClientDaoSupport;
                class AccountDao extends SqlMapClientDaoSupport {
                  static final String NS = "Account.";
                  Object find() { return getSqlMapClientTemplate().queryForList(NS + "find", null); }
                  void add(Object o) { getSqlMapClientTemplate().insert("add", o); }
                  void other(String text) { System.out.println("drop"); }
                }
                """,
                """
                package a;
                import com.ibatis.dao.client.template.SqlMapDaoTemplate;
                class OldDao extends SqlMapDaoTemplate { void drop() { delete("Account.drop", 1); } }
                """)
            .with("Account.xml", ACCOUNTS)
            .facts(new MyBatisXml());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE accounts OldDao.drop IBATIS",
            "INSERT accounts AccountDao.add IBATIS",
            "SELECT accounts AccountDao.find IBATIS",
            "SELECT ids AccountDao.add IBATIS",
            "SELECT kinds AccountDao.find IBATIS",
            "SELECT orders AccountDao.find IBATIS");
    assertThat(facts.unread()).isEmpty();
    assertThat(facts.accesses())
        .filteredOn(each -> each.method().equals("find") && each.table().equals("accounts"))
        .singleElement()
        .satisfies(each -> assertThat(each.certainty()).isEqualTo(Certainty.INFERRED));
  }

  @Test
  void aMethodThatHandsAnIdOnRunsNothingItself() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.apache.ibatis.session.SqlSession;
                class Base {
                  private SqlSession session;
                  protected Object one(String id, Object p) { return query("orders." + id, p); }
                  private Object query(String id, Object p) { return session.selectOne(id, p); }
                }
                """,
                "package a; class OrderDao extends Base { Object find() { return one(\"find\", 1);"
                    + " } }",
                "package a; class Other { Base b; void hint() { b.toString(); log(\"find\"); } void"
                    + " log(String s) {} }")
            .with(
                "m.xml",
                """
                <mapper namespace="orders"><select id="find">select * from orders</select></mapper>
                """)
            .facts(new MyBatisXml());

    assertThat(Fixture.accesses(facts)).containsExactly("SELECT orders OrderDao.find MYBATIS_XML");
  }

  @Test
  void whatABaseClassRunsByItsSubclassesNamespaceIsEachSubclasss() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.mybatis.spring.support.SqlSessionDaoSupport;
                abstract class Base<T> extends SqlSessionDaoSupport {
                  protected abstract String getNamespace();
                  T byId(Object id) { return getSqlSession().selectOne(getNamespace() + ".byId", id); }
                }
                """,
                "package a; class OrderDao extends Base<Order> { String getNamespace() { return"
                    + " \"orders\"; } }",
                "package a; class CartDao extends Base<Cart> { String getNamespace() { return"
                    + " \"carts\"; } }",
                "package a; class LineDao extends Base<Line> { String getNamespace() { return"
                    + " \"none\"; } }")
            .with(
                "o.xml",
                "<mapper namespace=\"orders\"><select id=\"byId\">select * from"
                    + " orders</select></mapper>")
            .with(
                "c.xml",
                "<mapper namespace=\"carts\"><select id=\"byId\">select * from"
                    + " carts</select></mapper>")
            .facts(new MyBatisXml());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT carts CartDao.byId MYBATIS_XML", "SELECT orders OrderDao.byId MYBATIS_XML");
  }

  @Test
  void anEntityGivenToASessionsFacadeIsStoredByTheStatementOfItsName() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.apache.ibatis.session.SqlSession;
                class DbSession {
                  SqlSession session;
                  Object selectOne(String statement, Object p) { return session.selectOne(statement, p); }
                  void insert(Stored entity) { }
                }
                """,
                "package a; interface Stored {}",
                "package a; class TaskEntity implements Stored {}",
                "package a; class NoteEntity implements Stored {}",
                """
                package a;
                class Tasks {
                  DbSession db;
                  void create(TaskEntity task) { db.insert(task); note(new NoteEntity()); }
                  void note(Stored any) { db.insert(any); }
                }
                """)
            .with(
                "m.xml",
                """
                <mapper namespace="task">
                  <insert id="insertTask">insert into ${prefix}ACT_TASK (ID_) values (#{id})</insert>
                  <insert id="insertNote">insert into ${prefix}ACT_NOTE (ID_) values (#{id})</insert>
                </mapper>
                """)
            .facts(new MyBatisXml());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "INSERT ACT_NOTE Tasks.create MYBATIS_XML", "INSERT ACT_TASK Tasks.create MYBATIS_XML");
    assertThat(facts.accesses())
        .allSatisfy(each -> assertThat(each.certainty()).isEqualTo(Certainty.INFERRED));
    assertThat(facts.unread()).isEmpty();
  }

  @Test
  void copiesForSeveralDatabasesAreOneStatement() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.apache.ibatis.session.SqlSession;
                class Dao { SqlSession session; Object f() { return session.selectList("n.find"); } }
                """)
            .with(
                "mysql/n.xml",
                """
                <mapper namespace="n">
                  <sql id="from">from orders</sql>
                  <select id="find">select * <include refid="from"/></select>
                  <select id="find_oracle">select * <include refid="from"/>, extra</select>
                </mapper>
                """)
            .with(
                "oracle/n.xml",
                """
                <mapper namespace="n">
                  <sql id="from">from big_orders</sql>
                  <select id="find">select * <include refid="from"/></select>
                </mapper>
                """)
            .facts(new MyBatisXml());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT big_orders Dao.f MYBATIS_XML",
            "SELECT extra Dao.f MYBATIS_XML",
            "SELECT orders Dao.f MYBATIS_XML");
    assertThat(facts.statements().all()).isOne();
  }

  @Test
  void anIdThatMeansNoStatementIsNamedWithItsPlace() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.apache.ibatis.session.SqlSession;
                class Dao { SqlSession session;
                  void found() { session.selectOne("orders.find", 1); }
                  void gone() { session.selectOne("orders.gone", 1); }
                  void open(String id) { session.selectOne(id, 1); }
                  void made(String id) { session.selectOne("orders." + id, 1); }
                }
                """)
            .with(
                "orders.xml",
                "<mapper namespace='orders'><select id='find'>select * from orders</select></mapper>")
            .facts(new MyBatisXml());

    assertThat(Fixture.accesses(facts)).containsExactly("SELECT orders Dao.found MYBATIS_XML");
    assertThat(facts.unread())
        .extracting(each -> each.file() + ":" + each.line() + " " + each.reason())
        .containsExactly("a/Dao.java:5 'orders.gone' is no statement");
  }

  @Test
  void anIdOfWhichOnlyTheBeginningIsKnownMayMeanAllThatBeginSo() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.mybatis.spring.support.SqlSessionDaoSupport;
                class OrderDao extends SqlSessionDaoSupport {
                  Object open(Mode m) { return getSqlSession().selectList("openOrders" + m.suffix()); }
                  Object of(Mode m) { return getSqlSession().selectList("openOrdersOf" + m.suffix()); }
                  Object any(String what) { return getSqlSession().selectList("ope" + what); }
                }
                """)
            .with(
                "Order.xml",
                """
                <mapper namespace="Order">
                <select id="openOrders">select * from a1</select>
                <select id="openOrdersAfter">select * from a2</select>
                <select id="openOrdersOfOne">select * from b1</select>
                <select id="operators">select * from c1</select>
                </mapper>
                """)
            .with(
                "Old.xml",
                "<mapper namespace='Old'><select id='openOrdersOld'>select * from o</select></mapper>")
            .facts(new MyBatisXml());

    assertThat(Fixture.accesses(facts))
        .contains(
            "SELECT a1 OrderDao.open MYBATIS_XML",
            "SELECT a2 OrderDao.open MYBATIS_XML",
            "SELECT b1 OrderDao.of MYBATIS_XML",
            "SELECT c1  MYBATIS_XML")
        .doesNotContain(
            "SELECT b1 OrderDao.open MYBATIS_XML", "SELECT o OrderDao.open MYBATIS_XML");
    assertThat(facts.accesses())
        .filteredOn(each -> !each.method().isEmpty())
        .allSatisfy(each -> assertThat(each.certainty()).isEqualTo(Certainty.GUESSED));
  }
}
