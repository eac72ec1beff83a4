package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.mapping.EntityMappings;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityCallsTest {
  @Test
  void whichOfSeveralTablesAVariableMeansIsForCallersToSay() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                @Entity @Inheritance(strategy = InheritanceType.JOINED) abstract class Thing { @Id long id; }
                @Entity class Book extends Thing {}
                @Entity class Film extends Thing {}
                """,
                """
                package a;
                import jakarta.persistence.*;
                abstract class ThingDao<T extends Thing> {
                  EntityManager manager;
                  T find(Class<T> type, long id) { return manager.find(type, id); }
                }
                class Books extends ThingDao<Book> {
                  Book first() { return find(Book.class, 1); }
                }
                """)
            .facts(new EntityMappings(), new JpaCalls());

    assertThat(Fixture.accesses(facts))
        .containsExactly("SELECT Book Books.first JPA", "SELECT Thing Books.first JPA");
  }

  @Test
  void whatAPartCascadesToIsTheWholeAndNotEachKindOfIt() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                @Entity @Inheritance(strategy = InheritanceType.JOINED) abstract class Thing { @Id long id; }
                @Entity class Book extends Thing {}
                @Entity class Film extends Thing {}
                @Entity class Remark {
                  @Id long id;
                  @ManyToOne(cascade = {CascadeType.PERSIST, CascadeType.MERGE}) Thing thing;
                }
                @Entity class Shelf {
                  @Id long id;
                  @OneToMany(cascade = CascadeType.ALL, mappedBy = "shelf") java.util.List<Thing> things;
                }
                """,
                """
                package a;
                import jakarta.persistence.*;
                class Remarks {
                  EntityManager manager;
                  void add(Remark remark) { manager.persist(remark); }
                  void put(Shelf shelf) { manager.persist(shelf); }
                }
                """)
            .facts(new EntityMappings(), new JpaCalls());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "INSERT Book Remarks.put CASCADE",
            "INSERT Film Remarks.put CASCADE",
            "INSERT Remark Remarks.add JPA",
            "INSERT Shelf Remarks.put JPA",
            "INSERT Thing Remarks.add CASCADE",
            "INSERT Thing Remarks.put CASCADE");
  }

  @Test
  void aRelationIsFollowedByThoseCallsThatItsMappingNames() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                @Entity class Message {
                  @Id long id;
                  @OneToOne(mappedBy = "message", cascade = CascadeType.PERSIST) Draft draft;
                  @ManyToOne(cascade = CascadeType.MERGE) User to;
                  @OneToOne(cascade = {CascadeType.REMOVE, CascadeType.REFRESH}) Body body;
                  @ManyToOne @org.hibernate.annotations.Cascade(org.hibernate.annotations.CascadeType.SAVE_UPDATE) Seal seal;
                }
                @Entity class Draft { @Id long id; @OneToOne Message message; }
                @Entity class User { @Id long id; }
                @Entity class Body { @Id long id; }
                @Entity class Seal { @Id long id; }
                interface Messages extends org.springframework.data.jpa.repository.JpaRepository<Message, Long> {}
                """,
                """
                package a;
                import jakarta.persistence.*;
                class Desk {
                  EntityManager em;
                  org.hibernate.Session session;
                  Messages messages;
                  void add(Message each) { em.persist(each); }
                  void change(Message each) { em.merge(each); }
                  void drop(Message each) { em.remove(each); }
                  void keep(Message each) { session.saveOrUpdate(each); }
                  void save(Message each) { messages.save(each); }
                  void all(java.util.List<Message> some) { some.forEach(em::persist); }
                }
                """)
            .facts(new EntityMappings(), new SpringDataRepositories(), new JpaCalls());

    assertThat(Fixture.accesses(facts))
        .filteredOn(each -> each.endsWith("CASCADE"))
        .containsExactly(
            "DELETE Body Desk.drop CASCADE",
            "INSERT Draft Desk.add CASCADE",
            "INSERT Draft Desk.all CASCADE",
            "INSERT Seal Desk.add CASCADE",
            "INSERT Seal Desk.all CASCADE",
            "MERGE Draft Desk.save CASCADE",
            "MERGE Seal Desk.change CASCADE",
            "MERGE Seal Desk.keep CASCADE",
            "MERGE Seal Desk.save CASCADE",
            "MERGE User Desk.change CASCADE",
            "MERGE User Desk.save CASCADE");
  }

  @Test
  void whatIsOnlyReferredToIsNotWrittenByACascadeThatMayInsertIt() {
    assertThat(
            accesses(
                """
                package a;
                import jakarta.persistence.*;
                import java.util.*;
                @Entity class Trip {
                  @Id Long id;
                  @ManyToMany(cascade = CascadeType.PERSIST) List<Guide> guides;
                  @ManyToOne(cascade = CascadeType.PERSIST) Bus bus;
                  @OneToMany(mappedBy = "trip", cascade = CascadeType.PERSIST) List<Stop> stops;
                }
                @Entity class Guide { @Id Long id; }
                @Entity class Bus { @Id Long id; }
                @Entity class Stop { @Id Long id; @ManyToOne Trip trip; }
                """,
                """
                package a;
                import jakarta.persistence.*;
                class Trips {
                  EntityManager em;
                  void add(Trip trip) { em.persist(trip); }
                }
                """))
        .containsExactly(
            "INSERT Stop Trips.add CASCADE",
            "INSERT Trip Trips.add JPA",
            "INSERT Trip_Guide Trips.add CASCADE");
  }

  @Test
  void aSaveDoesNotGoOnBehindWhatOthersMayHoldToo() {
    assertThat(
            accesses(
                """
                package a;
                import jakarta.persistence.*;
                import java.util.*;
                @Entity class Import {
                  @Id Long id;
                  @ManyToMany(cascade = CascadeType.ALL) List<Client> clients;
                }
                @Entity class Client {
                  @Id Long id;
                  @ManyToMany(mappedBy = "clients") List<Import> imports;
                  @OneToMany(mappedBy = "client", cascade = CascadeType.ALL) List<Column> columns;
                }
                @Entity class Column { @Id Long id; @ManyToOne Client client; }
                """,
                """
                package a;
                class Imports {
                  org.hibernate.Session session;
                  void save(Import each) { session.saveOrUpdate(each); }
                }
                """))
        .containsExactly(
            "MERGE Client Imports.save CASCADE",
            "MERGE Import Imports.save JPA",
            "MERGE Import_Client Imports.save CASCADE");
  }

  private static final String ENTITIES =
      """
      package a;
      import jakarta.persistence.*;
      @MappedSuperclass abstract class Stored { @Id Long id; }
      @Entity @Table(name = "orders") class Order extends Stored {}
      @Entity @Table(name = "customers") class Customer extends Stored {}
      @Entity @Table(name = "invoices") class Invoice extends Stored {}
      """;

  private static final String BASE =
      """
      package a;
      import jakarta.persistence.*;
      import java.util.*;
      abstract class BaseDao<T> {
        EntityManager em;
        private final Class<T> type;
        BaseDao(Class<T> type) { this.type = type; }
        void save(T each) { em.persist(each); }
        void saveAll(List<T> all) { for (T each : all) { save(each); } }
        T get(long id) { return em.find(type, id); }
        void drop(long id) { em.remove(get(id)); }
      }
      """;

  private static FactCollector facts(String... sources) {
    List<String> all = new ArrayList<>(List.of(ENTITIES));
    all.addAll(List.of(sources));
    return Fixture.of(all.toArray(String[]::new)).facts(new EntityMappings(), new JpaCalls());
  }

  private static List<String> accesses(String... sources) {
    return Fixture.accesses(facts(sources));
  }

  @Test
  void whatAGenericDaoDoesBelongsToTheSubclassThatSaysForWhatAndNotToItsCallers() {
    assertThat(
            accesses(
                BASE,
                """
                package a;
                class OrderDao extends BaseDao<Order> {
                  OrderDao() { super(Order.class); }
                  void renew(Order order) { super.save(order); }
                }
                class CustomerDao extends BaseDao<Customer> { CustomerDao() { super(Customer.class); } }
                """,
                """
                package a;
                import java.util.List;
                class Shop {
                  OrderDao orders;
                  CustomerDao customers;
                  void place(Order order) { orders.save(order); }
                  void placeAll(List<Order> all) { orders.saveAll(all); }
                  Customer customer(long id) { return customers.get(id); }
                  void cancel(long id) { orders.drop(id); }
                  void renew(Order order) { orders.renew(order); }
                }
                """))
        .containsExactly(
            "DELETE orders OrderDao.drop JPA",
            "INSERT orders OrderDao.renew JPA",
            "INSERT orders OrderDao.save JPA",
            "INSERT orders OrderDao.saveAll JPA",
            "SELECT customers CustomerDao.get JPA",
            "SELECT orders OrderDao.drop JPA");
  }

  @Test
  void whatAGenericBaseDoesBelongsToTheHighestClassThatSaysForWhatAndIsNotAbstract() {
    assertThat(
            accesses(
                BASE,
                """
                package a;
                abstract class OrderBase extends BaseDao<Order> { OrderBase() { super(Order.class); } }
                class OrderDao extends OrderBase {
                  void renew(Order order) { save(order); }
                }
                class CheckedOrderDao extends OrderDao {}
                class CustomerDao extends BaseDao<Customer> {
                  OrderDao orders;
                  CustomerDao() { super(Customer.class); }
                  void forget(long id) { drop(id); orders.drop(id); }
                }
                """,
                """
                package a;
                class Shop {
                  OrderBase any;
                  CheckedOrderDao checked;
                  void place(Order order) { any.save(order); any.save(order); }
                  Order order(long id) { return checked.get(id); }
                }
                """))
        .containsExactly(
            "DELETE customers CustomerDao.forget JPA",
            "DELETE orders OrderDao.drop JPA",
            "INSERT orders OrderDao.renew JPA",
            "INSERT orders OrderDao.save JPA",
            "SELECT customers CustomerDao.forget JPA",
            "SELECT orders OrderDao.drop JPA",
            "SELECT orders OrderDao.get JPA");
  }

  @Test
  void whatAGenericServiceHasAGenericDaoDoBelongsToTheServiceThatSaysForWhat() {
    assertThat(
            accesses(
                BASE,
                """
                package a;
                class InvoiceDao extends BaseDao<Invoice> { InvoiceDao() { super(Invoice.class); } }
                abstract class BaseService<T> {
                  BaseDao<T> dao;
                  void create(T each) { dao.save(each); }
                }
                class InvoiceService extends BaseService<Invoice> {
                  void renew(Invoice each) { create(each); }
                }
                """,
                """
                package a;
                class Shop {
                  InvoiceService invoices;
                  void bill(Invoice each) { invoices.create(each); }
                }
                """))
        .containsExactly(
            "INSERT invoices InvoiceService.create JPA",
            "INSERT invoices InvoiceService.renew JPA");
  }

  @Test
  void whatIsCalledOnAnyOfAFewBelongsToEachOfThemAndOnAnyOfManyToNone() {
    StringBuilder many = new StringBuilder("package a;\nclass Many {}\n");
    for (int i = 0; i < 11; i++) {
      many.append("class Dao%d extends ManyDao<Order> {}\n".formatted(i));
    }
    assertThat(
            accesses(
                BASE,
                """
                package a;
                import jakarta.persistence.*;
                abstract class ManyDao<T> { EntityManager em; void add(T each) { em.merge(each); } }
                """,
                many.toString(),
                """
                package a;
                class OrderDao extends BaseDao<Order> { OrderDao() { super(Order.class); } }
                class InvoiceDao extends BaseDao<Invoice> { InvoiceDao() { super(Invoice.class); } }
                class Sweeper {
                  java.util.List<BaseDao<?>> all;
                  ManyDao<?> many;
                  void sweep(long id) { for (BaseDao<?> each : all) { each.drop(id); } many.add(null); }
                }
                """))
        .containsExactly(
            "DELETE invoices InvoiceDao.drop JPA",
            "DELETE orders OrderDao.drop JPA",
            "SELECT invoices InvoiceDao.drop JPA",
            "SELECT orders OrderDao.drop JPA");
  }

  @Test
  void whatALibraryCallsOfAGenericClassBelongsToEachSubclassThoughCodeCallsOtherMethods() {
    assertThat(
            accesses(
                """
                package a;
                import jakarta.persistence.*;
                import org.springframework.beans.factory.InitializingBean;
                abstract class WarmDao<T> implements InitializingBean {
                  EntityManager em; Class<T> type;
                  @Override public void afterPropertiesSet() {
                    em.getCriteriaBuilder().createQuery(type).from(type);
                  }
                  @jakarta.annotation.PostConstruct void warm() { em.find(type, 1); }
                  void save(T each) { em.persist(each); }
                  void drop(T each) { em.remove(each); }
                }
                class OrderDao extends WarmDao<Order> {}
                class InvoiceDao extends WarmDao<Invoice> {
                  @Override void warm() {}
                }
                class Shop { OrderDao orders; void place(Order order) { orders.save(order); } }
                """))
        .containsExactly(
            "INSERT orders OrderDao.save JPA",
            "SELECT invoices InvoiceDao.afterPropertiesSet CRITERIA",
            "SELECT orders OrderDao.afterPropertiesSet CRITERIA",
            "SELECT orders OrderDao.warm JPA");
  }

  @Test
  void aBareClassThatSubclassesHandUpOrReturnIsTheirs() {
    assertThat(
            accesses(
                """
                package a;
                import jakarta.persistence.*;
                abstract class OldDao {
                  EntityManager em;
                  private final Class type;
                  OldDao(Class type) { this.type = type; }
                  Object get(long id) { return em.find(type, id); }
                  int count() { return em.getCriteriaBuilder().createQuery(Object.class).from(getEntityClass()).size(); }
                  protected abstract Class<?> getEntityClass();
                }
                class OrderDao extends OldDao {
                  OrderDao() { super(Order.class); }
                  protected Class<?> getEntityClass() { return Order.class; }
                }
                class InvoiceDao extends OldDao {
                  InvoiceDao() { super(Invoice.class); }
                  protected Class<?> getEntityClass() { return Customer.class; }
                }
                """))
        .containsExactly(
            "SELECT customers InvoiceDao.count CRITERIA",
            "SELECT invoices InvoiceDao.get JPA",
            "SELECT orders OrderDao.count CRITERIA",
            "SELECT orders OrderDao.get JPA");
  }

  @Test
  void whatAGenericClassDoesThatNoSubclassSpeaksForBelongsToTheCaller() {
    assertThat(
            accesses(
                """
                package a;
                import jakarta.persistence.*;
                class PlainDao<T> {
                  EntityManager em;
                  void save(T each) { em.persist(each); }
                }
                class CustomerDao extends PlainDao<Customer> {}
                class Shop {
                  PlainDao<Order> orders;
                  PlainDao<Customer> customers;
                  void place(Order order) { orders.save(order); }
                  void welcome(Customer customer) { customers.save(customer); }
                }
                """))
        .containsExactly("INSERT customers CustomerDao.save JPA", "INSERT orders Shop.place JPA");
  }

  @Test
  void whatIsOnlyForOtherEntitiesDoesNothingToThese() {
    assertThat(
            accesses(
                """
                package a;
                import jakarta.persistence.*;
                interface Kept { }
                @Entity @Table(name = "notes") class Note implements Kept { @Id Long id; }
                @Entity @Table(name = "orders") class Order { @Id Long id; }
                @Entity @Table(name = "tags") class Tag implements Kept { @Id Long id; }
                interface Dao<T> { void delete(T each); }
                class PlainDao<T> implements Dao<T> {
                  EntityManager em;
                  public void delete(T each) { em.remove(each); }
                }
                class KeptDao<T extends Kept> extends PlainDao<T> {
                  public void delete(Kept each) { em.merge(each); }
                }
                class Shop {
                  Dao<Order> orders;
                  Dao<Note> notes;
                  void cancel(Order order) { orders.delete(order); }
                  void forget(Note note) { notes.delete(note); }
                }
                """))
        .containsExactly(
            "DELETE notes Shop.forget JPA",
            "DELETE orders Shop.cancel JPA",
            "MERGE notes Shop.forget JPA");
  }

  @Test
  void theTypeIsFoundThroughInterfacesAndSeveralLevels() {
    assertThat(
            accesses(
                BASE,
                """
                package a;
                interface Dao<E> { void save(E each); E get(long id); }
                interface OrderDao extends Dao<Order> {}
                abstract class AuditedDao<X extends Stored> extends BaseDao<X> implements Dao<X> {
                  AuditedDao(Class<X> type) { super(type); }
                }
                class JpaOrderDao extends AuditedDao<Order> implements OrderDao {
                  JpaOrderDao() { super(Order.class); }
                }
                class JpaInvoiceDao extends AuditedDao<Invoice> {
                  JpaInvoiceDao() { super(Invoice.class); }
                }
                """,
                """
                package a;
                class Shop {
                  OrderDao orders;
                  Dao<Invoice> invoices;
                  Dao<?> any;
                  void place(Order order) { orders.save(order); }
                  Invoice invoice(long id) { return invoices.get(id); }
                  Object some(long id) { return any.get(id); }
                }
                """))
        .containsExactly(
            "INSERT orders JpaOrderDao.save JPA",
            "SELECT invoices JpaInvoiceDao.get JPA",
            "SELECT orders JpaOrderDao.get JPA");
  }

  @Test
  void aWrapperDoesItToWhatItIsGiven() {
    assertThat(
            accesses(
                """
                package a;
                import jakarta.persistence.*;
                import java.util.*;
                class Store {
                  EntityManager em;
                  void store(Object each) { em.persist(each); }
                  void storeAll(Collection<?> all) { for (Object each : all) { em.merge(each); } }
                  void remove(Class<?> type, String id) {
                    Object found = em.find(type, id);
                    em.remove(found);
                  }
                  <E> E load(Class<E> type, String id) { return em.find(type, id); }
                  static <E> E unique(EntityManager em, Class<E> type) {
                    return em.createQuery(em.getCriteriaBuilder().createQuery(type)).getSingleResult();
                  }
                }
                """,
                """
                package a;
                import java.util.*;
                class Shop {
                  Store store;
                  void place(Order order) { store.store(order); }
                  void bill(List<Invoice> all) { store.storeAll(all); }
                  void drop(String id) { store.remove(Customer.class, id); }
                  Order order(String id) { return store.load(Order.class, id); }
                  void any(Object something) { store.store(something); }
                  void text() { store.store("no entity"); }
                }
                """))
        .containsExactly(
            "DELETE customers Shop.drop JPA",
            "INSERT orders Shop.place JPA",
            "MERGE invoices Shop.bill JPA",
            "SELECT customers Shop.drop JPA",
            "SELECT orders Shop.order JPA");
  }

  @Test
  void aGenericClassThatNoCodeCallsDoesItForItsSubclasses() {
    assertThat(
            accesses(
                """
                package a;
                import jakarta.persistence.*;
                abstract class Resource<T> {
                  EntityManager em;
                  @jakarta.ws.rs.POST void create(T body) { em.persist(body); }
                }
                class OrderResource extends Resource<Order> {}
                class InvoiceResource extends Resource<Invoice> {
                  void create(Invoice body) {}
                }
                """))
        .containsExactly("INSERT orders OrderResource.create JPA");
  }

  @Test
  void hibernatesSessionsAreKnown() {
    assertThat(
            accesses(
                """
                package a;
                import org.hibernate.*;
                import org.springframework.orm.hibernate5.support.HibernateDaoSupport;
                class Orders extends HibernateDaoSupport {
                  SessionFactory factory;
                  void keep(Order each) { factory.getCurrentSession().saveOrUpdate(each); }
                  void keepNamed(Object each) { factory.getCurrentSession().save("Invoice", each); }
                  Order one(long id) { return factory.getCurrentSession().byId(Order.class).load(id); }
                  void old(Customer each) { getHibernateTemplate().delete(each); }
                  void inside(Invoice each) {
                    getHibernateTemplate().execute(session -> session.merge(each));
                  }
                  void copy(java.util.List<Order> all) { all.forEach(factory.getCurrentSession()::persist); }
                  void forget(Order each) { factory.getCurrentSession().evict(each); }
                }
                """))
        .containsExactly(
            "DELETE customers Orders.old JPA",
            "INSERT orders Orders.copy JPA",
            "MERGE invoices Orders.inside JPA",
            "MERGE invoices Orders.keepNamed JPA",
            "MERGE orders Orders.keep JPA",
            "SELECT orders Orders.one JPA");
  }

  @Test
  void anInterfaceStandsForTheEntityThatImplementsIt() {
    assertThat(
            accesses(
                """
                package a;
                import jakarta.persistence.*;
                interface Product {}
                interface HasName {}
                @Entity @Table(name = "products") class ProductImpl implements Product, HasName { @Id Long id; }
                @Entity @Table(name = "tents") class Tent extends ProductImpl {}
                class NoProduct implements Product {}
                @Entity @Table(name = "brands") class Brand implements HasName { @Id Long id; }
                """,
                """
                package a;
                import jakarta.persistence.*;
                class Catalogue {
                  EntityManager em;
                  void add(Product product) { em.persist(product); }
                  void name(HasName named) { em.merge(named); }
                }
                """))
        .containsExactly("INSERT products Catalogue.add JPA");
  }

  @Test
  void whatIsFoundByAClassThatIsNotKnownIsWhatItIsCastTo() {
    FactCollector facts =
        facts(
            """
            package a;
            import jakarta.persistence.*;
            interface Product {}
            @Entity @Table(name = "products") class ProductImpl implements Product { @Id Long id; }
            interface Beans { Class<?> type(String name); }
            """,
            """
            package b;
            import a.*;
            import jakarta.persistence.*;
            class Catalogue {
              EntityManager em;
              org.hibernate.Session session;
              Beans beans;
              Product product(Long id) { return (Product) em.find(beans.type("product"), id); }
              String invoice(Long id) { return ((a.Invoice) session.get(beans.type("invoice"), id)).toString(); }
              String text(Long id) { return (String) (Object) session.get(beans.type("text"), id); }
              Object any(Long id) { return em.find(beans.type("any"), id); }
            }
            """);

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT invoices Catalogue.invoice JPA", "SELECT products Catalogue.product JPA");
    assertThat(facts.unread())
        .extracting(Unread::reason)
        .containsExactly("entity of 'find' is not known");
  }

  @Test
  void whatIsAttachedInReadOnlyTransactionsAloneIsReadAndNotWritten() {
    assertThat(
            accesses(
                """
                package a;
                import org.springframework.transaction.annotation.*;
                class Dao {
                  org.hibernate.SessionFactory factory;
                  @Transactional public <T> void reattach(T each) { factory.getCurrentSession().saveOrUpdate(each); }
                  @Transactional(propagation = Propagation.REQUIRES_NEW)
                  public <T> void store(T each) { factory.getCurrentSession().saveOrUpdate(each); }
                  public <T> void add(T each) { factory.getCurrentSession().save(each); }
                }
                class Model {
                  Dao orders;
                  @Transactional(readOnly = true) public void show(Order order) { orders.reattach(order); load(order); }
                  @Transactional(readOnly = true) public void list(Order order) { load(order); both(order); }
                  @Transactional(readOnly = true) public void reused(Order order) { orders.reattach(order); }
                  @Transactional(readOnly = true) public void added(Order order) { orders.add(order); }
                  @Transactional(readOnly = true) public void apart(Order order) { orders.store(order); }
                  private void load(Order order) { orders.reattach(order); }
                  private void both(Order order) { orders.reattach(order); }
                  @Transactional public void save(Order order) { orders.reattach(order); reused(order); }
                  public void without(Order order) { both(order); }
                }
                """))
        .containsExactly(
            "MERGE orders Model.added JPA",
            "MERGE orders Model.apart JPA",
            "MERGE orders Model.both JPA",
            "MERGE orders Model.reused JPA",
            "MERGE orders Model.save JPA",
            "SELECT orders Model.load JPA",
            "SELECT orders Model.show JPA");
  }

  @Test
  void aQueryThatNamesAnInterfaceByItsClassMeansTheOneEntityBehindIt() {
    FactCollector facts =
        facts(
            """
            package a;
            import jakarta.persistence.*;
            interface Product {}
            interface HasName {}
            @Entity @Table(name = "products") class ProductImpl implements Product, HasName { @Id Long id; }
            @Entity @Table(name = "brands") class Brand implements HasName { @Id Long id; }
            """,
            """
            package a;
            import jakarta.persistence.*;
            class Catalogue {
              EntityManager em;
              Object products() { return em.createQuery("select p from " + Product.class.getName() + " p"); }
              Object named() { return em.createQuery("select n from " + HasName.class.getName() + " n"); }
            }
            """);

    assertThat(Fixture.accesses(facts)).containsExactly("SELECT products Catalogue.products JPQL");
    assertThat(facts.unread())
        .extracting(Unread::reason)
        .containsExactly("'HasName' is no entity that we read");
  }

  @Test
  void anInterfaceOfALibraryStandsForTheOneEntityThatImplementsIt() {
    assertThat(
            accesses(
                """
                package a;
                import jakarta.persistence.*;
                import org.library.api.Task;
                import org.library.api.Named;
                @Entity @Table(name = "tasks") class TaskRow implements Task, Named, java.io.Serializable {
                  @Id Long id;
                }
                @Entity @Table(name = "users") class UserRow implements Named { @Id Long id; }
                """,
                """
                package a;
                import jakarta.persistence.*;
                import org.library.api.Task;
                import org.library.api.Named;
                class Tasks {
                  EntityManager em;
                  void add(Task task) { em.persist(task); }
                  void name(Named named) { em.merge(named); }
                  void any(java.io.Serializable any) { em.remove(any); }
                }
                """))
        .containsExactly("INSERT tasks Tasks.add JPA");
  }

  @Test
  void anEntityManagerThatALibraryHandsToALambdaIsKnownByItsName() {
    assertThat(
            accesses(
                """
                package a;
                import jakarta.persistence.*;
                @Entity @Table(name = "urls") class Url { @Id Long id; static Url from(String s) { return null; } }
                """,
                """
                package a;
                import org.library.Runner;
                class Urls {
                  Runner runner;
                  void add(String url) { runner.run(entityManager -> entityManager.merge(Url.from(url))); }
                  void drop(Url url) { runner.run(em -> { em.remove(em.find(Url.class, 1)); }); }
                  void cache(Url url) { runner.run(cache -> cache.remove(url)); }
                }
                """))
        .containsExactly(
            "DELETE urls Urls.drop JPA", "MERGE urls Urls.add JPA", "SELECT urls Urls.drop JPA");
  }

  @Test
  void aVariableThatIsBoundToAnEntityIsKnownWhereItIsDeclared() {
    assertThat(
            accesses(
                """
                package a;
                import jakarta.persistence.*;
                class OrderDao<T extends Order> {
                  EntityManager em;
                  void save(T each) { em.persist(each); }
                  <C extends Customer> C merge(C each) { return em.merge(each); }
                }
                class Shop {
                  OrderDao<Order> dao;
                  void place(Order order, Customer by) { dao.save(order); dao.merge(by); }
                }
                """))
        .containsExactly("INSERT orders OrderDao.save JPA", "MERGE customers OrderDao.merge JPA");
  }

  @Test
  void aNamedQueryIsRunByWhoNamesItToAWrapper() {
    assertThat(
            accesses(
                """
                package a;
                import jakarta.persistence.*;
                @Entity
                @NamedQuery(name = "Parcel.lost", query = "select p from Parcel p")
                @NamedQuery(name = "Parcel.found", query = "select p from Parcel p, Invoice i")
                class Parcel { @Id Long id; static final String FOUND = "Parcel.found"; }
                """,
                """
                package a;
                import jakarta.persistence.*;
                class Store {
                  EntityManager em;
                  <T> TypedQuery<T> named(String name, Class<T> type) { return em.createNamedQuery(name, type); }
                  <T> T first(String query, Class<T> type) { return named(query, type).getSingleResult(); }
                }
                class Depot {
                  Store store;
                  Parcel lost() { return store.first("Parcel.lost", Parcel.class); }
                  Object found() { return store.named(Parcel.FOUND, Parcel.class).getResultList(); }
                }
                """))
        .containsExactly(
            "SELECT Parcel Depot.found JPQL",
            "SELECT Parcel Depot.lost JPQL",
            "SELECT invoices Depot.found JPQL");
  }

  @Test
  void templatesRunTextsAndNames() {
    assertThat(
            accesses(
                """
                package a;
                import org.springframework.orm.hibernate3.support.HibernateDaoSupport;
                class Orders extends HibernateDaoSupport {
                  Object all() { return getHibernateTemplate().find("from Order"); }
                  void drop() { getHibernateTemplate().bulkUpdate("delete from Invoice"); }
                }
                """))
        .containsExactly("DELETE invoices Orders.drop JPQL", "SELECT orders Orders.all JPQL");
  }

  @Test
  void aPlainObjectIsWhatTheCallGaveThatItCameFrom() {
    assertThat(
            accesses(
                """
                package a;
                import java.util.*;
                import org.hibernate.*;
                class Cleaner {
                  SessionFactory factory;
                  Map<String, Invoice> open;
                  void orders() {
                    List found = factory.getCurrentSession().createCriteria(Order.class).list();
                    for (Object each : found) { factory.getCurrentSession().delete(each); }
                  }
                  void invoices() {
                    for (Object each : open.values()) { factory.getCurrentSession().save(each); }
                  }
                  void circle() {
                    Object a = null; Object b = a; a = b;
                    factory.getCurrentSession().save(a);
                  }
                }
                """))
        .containsExactly(
            "DELETE orders Cleaner.orders JPA",
            "MERGE invoices Cleaner.invoices JPA",
            "SELECT orders Cleaner.orders JPA");
  }

  @Test
  void collectionsOfDocumentsAreNamedWhereTheyAreUsed() {
    assertThat(
            accesses(
                """
                package a;
                import org.springframework.data.mongodb.core.MongoTemplate;
                import org.springframework.data.mongodb.core.query.Query;
                class Notes {
                  MongoTemplate template;
                  void keep(Object each) { template.save(each, "notes"); }
                  Object find(Query query) { return template.find(query, Object.class, "notes"); }
                }
                """))
        .containsExactly(
            "MERGE notes Notes.keep SPRING_DATA", "SELECT notes Notes.find SPRING_DATA");
  }

  @Test
  void whatMorphiaStoresFindsAndRemovesIsRead() {
    assertThat(
            accesses(
                """
                package a;
                import org.mongodb.morphia.Datastore;
                import org.mongodb.morphia.query.Query;
                @org.mongodb.morphia.annotations.Entity("bookings") class Booking { String id; }
                class Desk {
                  Datastore store;
                  void book(Booking one) { store.save(one); }
                  long count() { return store.find(Booking.class).countAll(); }
                  Object mine(String who) {
                    return store.createQuery(Booking.class).field("who").equal(who).asList();
                  }
                  void cancel() { store.delete(Booking.class, "none"); }
                  void clear() { Query<Booking> all = store.find(Booking.class); store.delete(all); }
                }
                """))
        .containsExactly(
            "DELETE bookings Desk.cancel JPA",
            "DELETE bookings Desk.clear JPA",
            "MERGE bookings Desk.book JPA",
            "SELECT bookings Desk.clear JPA",
            "SELECT bookings Desk.count JPA",
            "SELECT bookings Desk.mine JPA");
  }

  @Test
  void whatIsBehindAProxyIsFoundByTheInterfaceThatBothHave() {
    assertThat(
            accesses(
                """
                package a;
                import jakarta.persistence.*;
                interface GenericDao<T, K> { void add(T one); T getDetails(K id); }
                class GenericDaoImpl<T, K> implements GenericDao<T, K> {
                  EntityManager em; Class<T> type;
                  public void add(T one) { em.persist(one); }
                  public T getDetails(K id) { return em.find(type, id); }
                }
                @Entity @Table(name = "orders") class Order { @Id Long id; }
                interface OrderDao extends GenericDao<Order, Long> { Order byNumber(String number); }
                @Remote interface FarDao extends GenericDao<Order, Long> {}
                class Desk {
                  OrderDao orders;
                  FarDao far;
                  void keep(Order one) { orders.add(one); }
                  Order find(Long id) { return orders.getDetails(id); }
                  Order far(Long id) { return far.getDetails(id); }
                }
                """))
        .containsExactly("INSERT orders Desk.keep JPA", "SELECT orders Desk.find JPA");
  }

  @Test
  void anEntityThatNobodyTellsIsSaidToBeUnknown() {
    FactCollector facts =
        facts(
            """
            package a;
            import jakarta.persistence.*;
            class Queue {
              EntityManager em;
              java.util.Deque<Object> open;
              void flush() { em.persist(open.pop()); }
            }
            """);

    assertThat(facts.accesses()).isEmpty();
    assertThat(facts.unread())
        .extracting(Unread::reason)
        .containsExactly("entity of 'persist' is not known");
  }

  @Test
  void wrappersThatCallEachOtherEnd() {
    assertThat(
            accesses(
                """
                package a;
                import jakarta.persistence.*;
                class One {
                  EntityManager em; Two two;
                  void store(Object each, int depth) { if (depth > 9) { em.persist(each); } else { two.store(each, depth + 1); } }
                }
                class Two {
                  One one;
                  void store(Object each, int depth) { one.store(each, depth); }
                }
                class Shop { Two two; void place(Order each) { two.store(each, 0); } }
                """))
        .containsExactly("INSERT orders Shop.place JPA");
  }

  @Test
  void aSaveGoesOnToWhatTheEntityCascadesToAndARemovalAlsoToItsChildren() {
    assertThat(
            accesses(
                """
                package a;
                import jakarta.persistence.*;
                import java.util.*;
                @Entity class Blog {
                  @Id Long id;
                  @OneToMany(mappedBy = "blog", cascade = CascadeType.ALL) List<Folder> folders;
                  @ElementCollection List<String> names;
                  @OneToMany(mappedBy = "blog") List<Hit> hits;
                }
                @Entity class Folder {
                  @Id Long id;
                  @ManyToOne Blog blog;
                  @ElementCollection List<String> tags;
                  @OneToMany(mappedBy = "folder", cascade = CascadeType.ALL) List<Link> links;
                  @ManyToOne(cascade = CascadeType.ALL) Theme theme;
                }
                @Entity class Link { @Id Long id; @ManyToOne Folder folder; }
                @Entity class Theme { @Id Long id; }
                @Entity class Hit { @Id Long id; @ManyToOne Blog blog; }
                """,
                """
                package a;
                import jakarta.persistence.*;
                class Blogs {
                  EntityManager em;
                  void add(Blog blog) { em.persist(blog); }
                  void drop(Blog blog) { em.remove(blog); }
                }
                """))
        .containsExactly(
            "DELETE Blog Blogs.drop JPA",
            "DELETE Blog_names Blogs.drop CASCADE",
            "DELETE Folder Blogs.drop CASCADE",
            "DELETE Folder_tags Blogs.drop CASCADE",
            "DELETE Link Blogs.drop CASCADE",
            "INSERT Blog Blogs.add JPA",
            "INSERT Blog_names Blogs.add CASCADE",
            "INSERT Folder Blogs.add CASCADE",
            "INSERT Folder_tags Blogs.add CASCADE",
            "INSERT Link Blogs.add CASCADE",
            "INSERT Theme Blogs.add CASCADE");
  }

  @Test
  void aSaveGoesThroughPartsOfPartsAndNotThroughWhatTheyOnlyReferTo() {
    assertThat(
            accesses(
                """
                package a;
                import jakarta.persistence.*;
                import java.util.*;
                @Entity class Offer {
                  @Id Long id;
                  @OneToMany(mappedBy = "offer", cascade = CascadeType.ALL) List<Link> links;
                }
                @Entity class Link {
                  @Id Long id;
                  @ManyToOne Offer offer;
                  @ManyToOne(targetEntity = RuleImpl.class, cascade = CascadeType.ALL) Rule rule;
                }
                interface Rule {}
                @Entity class RuleImpl implements Rule {
                  @Id Long id;
                  @ManyToOne(cascade = CascadeType.MERGE) Place place;
                }
                @Entity class OtherRule implements Rule { @Id Long id; }
                @Entity class Place {
                  @Id Long id;
                  @OneToMany(mappedBy = "place", cascade = CascadeType.ALL) List<Guest> guests;
                }
                @Entity class Guest {
                  @Id Long id;
                  @ManyToOne(cascade = CascadeType.ALL) Place place;
                }
                """,
                """
                package a;
                class Offers {
                  jakarta.persistence.EntityManager em;
                  void add(Offer each) { em.persist(each); }
                  void change(Offer each) { em.merge(each); }
                  void welcome(Guest each) { em.merge(each); }
                }
                """))
        .containsExactly(
            "INSERT Link Offers.add CASCADE",
            "INSERT Offer Offers.add JPA",
            "INSERT RuleImpl Offers.add CASCADE",
            "MERGE Guest Offers.welcome JPA",
            "MERGE Link Offers.change CASCADE",
            "MERGE Offer Offers.change JPA",
            "MERGE Place Offers.change CASCADE",
            "MERGE Place Offers.welcome CASCADE",
            "MERGE RuleImpl Offers.change CASCADE");
  }
}
