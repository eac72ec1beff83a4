package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import org.junit.jupiter.api.Test;

class BaseMappersTest {
  private static final String[] PLUS = {
    """
    package a;
    import com.baomidou.mybatisplus.annotation.*;
    @TableName("t_order") class Order {
      @TableId("order_id") Long id; String customerName;
      @TableField(exist = false) String note; @TableLogic Integer deleted; static int count;
    }
    """,
    "package a; class OrderLine { Long id; }",
    "package a; import com.baomidou.mybatisplus.core.mapper.BaseMapper; interface OrderMapper"
        + " extends BaseMapper<Order> { Order queryOne(long id); }",
    "package a; import com.baomidou.mybatisplus.core.mapper.BaseMapper; interface LineMapper"
        + " extends BaseMapper<OrderLine> {}",
    "package a; import com.baomidou.mybatisplus.extension.service.IService; interface LineService"
        + " extends IService<OrderLine> {}",
  };

  private static Fixture plus(String... more) {
    String[] all = new String[PLUS.length + more.length];
    System.arraycopy(PLUS, 0, all, 0, PLUS.length);
    System.arraycopy(more, 0, all, PLUS.length, more.length);
    return Fixture.of(all);
  }

  @Test
  void whatAMapperInheritsFromMyBatisPlusBelongsToItsCaller() {
    FactCollector facts =
        plus("""
        package a;
        class Orders {
          OrderMapper orders; LineService lines;
          void add(Order o) { orders.insert(o); lines.saveBatch(null); }
          void change(Order o) { orders.updateById(o); lines.lambdaUpdate().eq(null, 1).remove(); }
          Object find(long id) { orders.queryOne(id); return orders.selectById(id); }
          void drop(long id) { orders.deleteById(id); lines.removeById(id); }
          Object same() { return lines.getBaseMapper(); }
        }
        """)
            .facts(new BaseMappers());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE order_line Orders.change MYBATIS_BASE",
            "DELETE order_line Orders.drop MYBATIS_BASE",
            "INSERT order_line Orders.add MYBATIS_BASE",
            "INSERT t_order Orders.add MYBATIS_BASE",
            "SELECT t_order Orders.find MYBATIS_BASE",
            "UPDATE t_order Orders.change MYBATIS_BASE",
            "UPDATE t_order Orders.drop MYBATIS_BASE");
    assertThat(Fixture.table(facts, "t_order").columns())
        .extracting(each -> each.name())
        .containsExactly("order_id", "customer_name", "deleted");
    assertThat(facts.mappings().read()).isEqualTo(2);
    assertThat(facts.mappingFacts())
        .extracting(
            each ->
                each.className() + " " + each.table() + " " + each.role() + " " + each.certainty())
        .containsExactly("a.Order t_order OWN PARSED", "a.OrderLine order_line OWN INFERRED");
  }

  @Test
  void aServiceUsesWhatItInheritsAndAKitIsGivenTheClass() {
    FactCollector facts =
        plus(
                """
                package a;
                import com.baomidou.mybatisplus.extension.service.impl.ServiceImpl;
                import com.baomidou.mybatisplus.extension.toolkit.Db;
                class LineServiceImpl extends ServiceImpl<LineMapper, OrderLine> implements LineService {
                  void add(OrderLine l) { this.save(l); }
                  Object all() { return baseMapper.selectList(null); }
                  Object order(long id) { return Db.getById(id, Order.class); }
                }
                """,
                """
                package a;
                import com.github.yulichang.wrapper.MPJLambdaWrapper;
                class Joins {
                  LineMapper lines;
                  Object all() {
                    return lines.selectList(new MPJLambdaWrapper<OrderLine>().leftJoin(Order.class, null));
                  }
                }
                """)
            .facts(new BaseMappers());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "INSERT order_line LineServiceImpl.add MYBATIS_BASE",
            "SELECT order_line Joins.all MYBATIS_BASE",
            "SELECT order_line LineServiceImpl.all MYBATIS_BASE",
            "SELECT t_order Joins.all MYBATIS_BASE",
            "SELECT t_order LineServiceImpl.order MYBATIS_BASE");
  }

  @Test
  void whatAServiceInheritsIsItsOwnUnlessTheCallerWritesTheQuery() {
    FactCollector facts =
        plus(
                """
                package a;
                import com.baomidou.mybatisplus.extension.service.impl.ServiceImpl;
                class LineServiceImpl extends ServiceImpl<LineMapper, OrderLine> implements LineService {}
                """,
                """
                package a;
                import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
                import com.baomidou.mybatisplus.core.toolkit.Wrappers;
                class Desk {
                  LineService lines; LineMapper mapper;
                  void keep(OrderLine l) { lines.save(l); lines.updateById(l); mapper.updateById(l); }
                  Object one(long id) { return lines.getById(id); }
                  Object old() { return lines.list(new QueryWrapper<OrderLine>().eq("old", 1)); }
                  boolean none() { return lines.count(Wrappers.emptyWrapper()) == 0; }
                  void clear() { lines.update().eq("old", 1).remove(); }
                }
                """,
                """
                package a;
                import com.baomidou.mybatisplus.extension.service.IService;
                abstract class BaseDesk<T, S extends IService<T>> {
                  S service;
                  void drop(long id) { service.removeById(id); }
                }
                class LineDesk extends BaseDesk<OrderLine, LineService> {}
                """)
            .facts(new BaseMappers());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE order_line Desk.clear MYBATIS_BASE",
            "DELETE order_line LineServiceImpl.removeById MYBATIS_BASE",
            "INSERT order_line LineServiceImpl.save MYBATIS_BASE",
            "SELECT order_line Desk.none MYBATIS_BASE",
            "SELECT order_line Desk.old MYBATIS_BASE",
            "SELECT order_line LineServiceImpl.getById MYBATIS_BASE",
            "UPDATE order_line Desk.keep MYBATIS_BASE",
            "UPDATE order_line LineServiceImpl.updateById MYBATIS_BASE");
  }

  @Test
  void whatAServiceDoesInItsOwnWayIsReadThere() {
    FactCollector facts =
        plus(
                """
                package a;
                import com.baomidou.mybatisplus.extension.service.impl.ServiceImpl;
                class LineServiceImpl extends ServiceImpl<LineMapper, OrderLine> implements LineService {
                  public boolean save(OrderLine l) { return super.save(l); }
                }
                """,
                "package a; class Use { LineService lines; void f(OrderLine l) { lines.save(l); }"
                    + " }")
            .facts(new BaseMappers());

    assertThat(Fixture.accesses(facts))
        .containsExactly("INSERT order_line LineServiceImpl.save MYBATIS_BASE");
  }

  @Test
  void aPrefixCountsOnlyWhereMyBatisPlusIsToldOfIt() {
    FactCollector facts =
        plus("package a; class Use { LineMapper lines; void f() { lines.insert(null); } }")
            .with(
                "application.yml",
                """
                quartz:
                  tablePrefix: QRTZ_
                mybatis-plus:
                  global-config:
                    db-config:
                      id-type: auto
                      table-prefix: t_
                """)
            .facts(new BaseMappers());

    assertThat(Fixture.accesses(facts)).containsExactly("INSERT t_order_line Use.f MYBATIS_BASE");
  }

  @Test
  void mappersOfTkMybatisAndRecordsOfPanacheAndMicronaut() {
    FactCollector facts =
        Fixture.of(
                "package a; import javax.persistence.*; @Table(name = \"tb_item\") class Item { @Id"
                    + " Long id; }",
                "package a; import tk.mybatis.mapper.common.Mapper; interface ItemMapper extends"
                    + " Mapper<Item> {}",
                "package a; import jakarta.persistence.*; @Entity class Person extends"
                    + " io.quarkus.hibernate.orm.panache.PanacheEntity { static Object all() {"
                    + " return listAll(); } }",
                "package a; import jakarta.persistence.*; @Entity class Pet { @Id Long id; }",
                """
                package a;
                import io.quarkus.hibernate.orm.panache.PanacheRepository;
                class Pets implements PanacheRepository<Pet> {
                  Object named(String n) { return find("name", n).list(); }
                  void clear() { delete("from Pet where old = true"); }
                }
                """,
                "package a; import io.micronaut.data.annotation.*; @MappedEntity(\"books\") class"
                    + " Book { @Id Long id; }",
                """
                package a;
                import io.micronaut.data.annotation.Query;
                import io.micronaut.data.repository.CrudRepository;
                interface Books extends CrudRepository<Book, Long> {
                  Book findByTitle(String title);
                  @Query("select * from books join authors on 1 = 1") Object both();
                }
                """,
                """
                package a;
                class Use {
                  ItemMapper items; Books books;
                  void f(Item i, Person p) { items.updateByPrimaryKeySelective(i); p.persist(); books.save(null); }
                }
                """)
            .facts(new BaseMappers());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE Pet Pets.clear JPQL",
            "DELETE Pet Pets.clear PANACHE",
            "INSERT Person Use.f PANACHE",
            "INSERT books Use.f MICRONAUT_DATA",
            "SELECT Person Person.all PANACHE",
            "SELECT Pet Pets.named PANACHE",
            "SELECT authors Books.both MICRONAUT_DATA",
            "SELECT books Books.both MICRONAUT_DATA",
            "SELECT books Books.findByTitle MICRONAUT_DATA",
            "UPDATE tb_item Use.f MYBATIS_BASE");
  }

  @Test
  void whatAMapperDeclaresAnewWithoutAStatementIsInherited() {
    FactCollector facts =
        plus(
                """
                package a;
                import com.baomidou.mybatisplus.core.mapper.BaseMapper;
                import org.apache.ibatis.annotations.*;
                interface OwnMapper extends BaseMapper<Order> {
                  int insert(Order order);
                  @Update("update t_old set a = 1") int updateById(@Param("et") Order order);
                  int deleteById(java.io.Serializable id);
                  int archive(Order order);
                }
                """,
                """
                package a;
                import com.baomidou.mybatisplus.extension.service.*;
                interface OwnService extends IService<Order> { boolean save(Order order); }
                class OwnServiceImpl extends impl.ServiceImpl<OwnMapper, Order>
                    implements OwnService {}
                """,
                """
                package a;
                class Desk {
                  OwnMapper orders; OwnService service;
                  void add(Order o) { orders.insert(o); }
                  void change(Order o) { orders.updateById(o); orders.archive(o); }
                  void drop(long id) { orders.deleteById(id); }
                  void keep(Order o) { service.save(o); }
                }
                """)
            .with(
                "OwnMapper.xml",
                "<mapper namespace='a.OwnMapper'><delete id='deleteById'>delete from t_old</delete>"
                    + "</mapper>")
            .facts(new BaseMappers());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "INSERT t_order Desk.add MYBATIS_BASE",
            "INSERT t_order OwnServiceImpl.save MYBATIS_BASE");
  }

  @Test
  void whatAGenericClassDoesIsOfTheSubclassesOnWhichItIsCalled() {
    FactCollector facts =
        plus(
                """
                package a;
                import com.baomidou.mybatisplus.core.mapper.BaseMapper;
                interface Dao<T> { int add(T row); void addAll(java.util.List<T> rows); int drop(long id); T find(long id); }
                abstract class BaseDao<T, M extends BaseMapper<T>> implements Dao<T> {
                  M mapper;
                  public int add(T row) { return mapper.insert(row); }
                  public void addAll(java.util.List<T> rows) { for (T each : rows) { add(each); } }
                  public int drop(long id) { return mapper.deleteById(id); }
                  public T find(long id) { return mapper.selectById(id); }
                }
                """,
                "package a; interface OrderDao extends Dao<Order> {}",
                "package a; class OrderDaoImpl extends BaseDao<Order, OrderMapper> implements"
                    + " OrderDao { Order first() { return find(1); } }",
                "package a; class LineDao extends BaseDao<OrderLine, LineMapper> {}",
                """
                package a;
                class Desk {
                  OrderDao orders; LineDao lines;
                  void drop(long id) { orders.drop(id); }
                  void add(java.util.List<OrderLine> all) { lines.addAll(all); }
                }
                """)
            .facts(new BaseMappers());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "INSERT order_line LineDao.add MYBATIS_BASE",
            "SELECT t_order OrderDaoImpl.find MYBATIS_BASE",
            "UPDATE t_order OrderDaoImpl.drop MYBATIS_BASE");
  }

  @Test
  void whatOnlyAFrameworkCanCallOnAGenericClassIsOfEachSubclass() {
    FactCollector facts =
        plus(
                """
                package a;
                import com.baomidou.mybatisplus.core.mapper.BaseMapper;
                import org.springframework.web.bind.annotation.*;
                abstract class Crud<T, M extends BaseMapper<T>> {
                  M mapper;
                  @GetMapping T one(long id) { return mapper.selectById(id); }
                  int count() { return mapper.selectCount(null); }
                }
                """,
                "package a; class LineCrud extends Crud<OrderLine, LineMapper> {}",
                "package a; class OrderCrud extends Crud<Order, OrderMapper> {}",
                "package a; class Use { LineCrud lines; int all() { return lines.count(); } }")
            .facts(new BaseMappers());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT order_line LineCrud.count MYBATIS_BASE",
            "SELECT order_line LineCrud.one MYBATIS_BASE",
            "SELECT t_order OrderCrud.one MYBATIS_BASE");
  }

  @Test
  void whatAFrameworkCallsOnEachSubclassStaysSoWhereCodeCallsItOnOne() {
    FactCollector facts =
        plus(
                """
                package a;
                import com.baomidou.mybatisplus.core.mapper.BaseMapper;
                import org.springframework.web.bind.annotation.*;
                abstract class Crud<T, M extends BaseMapper<T>> {
                  M mapper;
                  @GetMapping T one(long id) { return mapper.selectById(id); }
                }
                """,
                "package a; class LineCrud extends Crud<OrderLine, LineMapper> {}",
                "package a; class OrderCrud extends Crud<Order, OrderMapper> {}",
                "package a; class Use { LineCrud lines; Object one() { return lines.one(1); } }")
            .facts(new BaseMappers());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT order_line LineCrud.one MYBATIS_BASE",
            "SELECT t_order OrderCrud.one MYBATIS_BASE");
  }

  private static final String[] OWN_BASE = {
    """
    package a;
    import com.baomidou.mybatisplus.core.conditions.Wrapper;
    import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
    import com.baomidou.mybatisplus.core.mapper.BaseMapper;
    import com.baomidou.mybatisplus.core.metadata.IPage;
    import com.baomidou.mybatisplus.core.toolkit.support.SFunction;
    import com.baomidou.mybatisplus.extension.toolkit.Db;
    import java.util.*;
    interface OwnMapper<T> extends BaseMapper<T> {
      default List<T> allBy(SFunction<T, ?> field, Object value) {
        return selectList(new LambdaQueryWrapper<T>().eq(field, value));
      }
      default T firstBy(SFunction<T, ?> field, Object value) { return allBy(field, value).get(0); }
      default boolean addAll(Collection<T> some) {
        if (some.size() < 3) { some.forEach(this::insert); }
        return Db.saveBatch(some);
      }
      default boolean changeAll(Collection<T> some) { return Db.updateBatchById(some); }
      default Pages<T> selectPage(Paged asked, Wrapper<T> query) {
        IPage<T> page = asked.page();
        selectPage(page, query);
        return null;
      }
      default int sizeOf(Collection<T> some) { return some.size(); }
    }
    """,
    "package a; interface TenantMapper<R> extends OwnMapper<R> {"
        + " default R firstOf(Object tenant) { return firstBy(null, tenant); } }",
    "package a; class Pages<T> {}",
    "package a; import com.baomidou.mybatisplus.core.metadata.IPage; class Paged"
        + " { <T> IPage<T> page() { return null; } }",
    "package a; class Search extends Paged {}",
    "package a; class Shipment { Long id; }",
  };

  private static Fixture ownBase(String... more) {
    String[] all = new String[OWN_BASE.length + more.length];
    System.arraycopy(OWN_BASE, 0, all, 0, OWN_BASE.length);
    System.arraycopy(more, 0, all, OWN_BASE.length, more.length);
    return plus(all);
  }

  @Test
  void whatAnOwnGenericMapperDoesIsDoneToTheRowsOfEachMapperWhereItIsCalled() {
    FactCollector facts =
        ownBase(
                "package a; interface ShipmentMapper extends TenantMapper<Shipment> {}",
                """
                package a;
                import java.util.List;
                class Shipping {
                  ShipmentMapper shipments; OwnMapper<OrderLine> lines;
                  void add(List<Shipment> some) { shipments.addAll(some); }
                  void change(List<OrderLine> some) { lines.changeAll(some); }
                  Object first(Long id) { return shipments.firstOf(id); }
                  Object page(Search asked) { return shipments.selectPage(asked, null); }
                  int size(List<Shipment> some) { return shipments.sizeOf(some); }
                }
                """)
            .facts(new BaseMappers());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "INSERT shipment Shipping.add MYBATIS_BASE",
            "SELECT shipment Shipping.first MYBATIS_BASE",
            "SELECT shipment Shipping.page MYBATIS_BASE",
            "UPDATE order_line Shipping.change MYBATIS_BASE");
  }

  @Test
  void anOverloadOfAMappersOwnHidesNoneThatItInherits() {
    FactCollector facts =
        ownBase(
                """
                package a;
                import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
                import java.util.*;
                interface ShipmentMapper extends OwnMapper<Shipment> {
                  default List<Shipment> selectList(Search asked) {
                    return selectList(new Query<Shipment>().has("a", asked).orderByAsc(null));
                  }
                  default Pages<Shipment> selectPage(Search asked, Collection<Long> ids) {
                    return selectPage(asked, new Query<Shipment>().has("id", ids).orderByDesc(null));
                  }
                  default List<Shipment> selectList(Long owner) { return selectList(new Search()); }
                }
                """,
                "package a; import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;"
                    + " class Query<T> extends LambdaQueryWrapper<T> {"
                    + " Query<T> has(String name, Object value) { return this; } }")
            .facts(new BaseMappers());

    assertThat(facts.accesses())
        .extracting(each -> each.table() + " " + each.op() + " " + each.place().line())
        .containsExactlyInAnyOrder("shipment SELECT 6", "shipment SELECT 9");
  }
}
