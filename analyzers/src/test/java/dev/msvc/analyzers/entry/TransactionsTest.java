package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import dev.msvc.model.TransactionFact;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TransactionsTest {
  private static final String SPRING =
      "import org.springframework.transaction.annotation.*;\n"
          + "import org.springframework.stereotype.Service;\n";
  private static final String ORDERS =
      "interface Orders extends org.springframework.data.jpa.repository.JpaRepository<Order, Long>"
          + " { Order findByNumber(String number); }";
  private static final String STOCK = "class Stock { void take() {} int left() { return 0; } }";

  private final FactCollector facts = new FactCollector();

  /** What a class's method does to a table, as {@code app.Stock take UPDATE stock}. */
  private void access(String className, String method, Operation op, String table) {
    facts.add(
        new Access(
            table,
            className,
            method,
            op,
            List.of(),
            new Place("x", 1),
            AccessVia.JDBC,
            Certainty.PARSED));
  }

  private List<String> transactions(Fixture fixture) {
    access("app.Orders", "save", Operation.MERGE, "orders");
    access("app.Orders", "findByNumber", Operation.SELECT, "orders");
    access("app.Stock", "take", Operation.UPDATE, "stock");
    access("app.Stock", "left", Operation.SELECT, "stock");
    fixture.java(ORDERS).java(STOCK).java("class Order {}").run(facts, new Transactions());
    return facts.transactions().stream().map(TransactionsTest::shown).toList();
  }

  private static String shown(TransactionFact each) {
    return each.className().replace("app.", "")
        + "."
        + each.method()
        + " "
        + (each.propagation().isEmpty() ? "(unknown)" : each.propagation())
        + (each.readOnly() ? " read-only" : "")
        + " reads "
        + each.reads()
        + " writes "
        + each.writes()
        + " by "
        + Stream.of(each.writers()).map(all -> all.toString().replace("app.", "")).toList().get(0);
  }

  @Test
  void aTransactionDoesWhatItsCallsDo() {
    assertThat(
            transactions(
                new Fixture()
                    .java(
                        SPRING
                            + """
                            @Service class Checkout {
                              Orders orders; Stock stock;
                              @Transactional void place() {
                                orders.save(orders.findByNumber("1"));
                                book();
                              }
                              private void book() { Runnable r = () -> stock.take(); r.run(); }
                              @Transactional(readOnly = true) int left() { return stock.left(); }
                              void none() { stock.take(); }
                            }
                            """)))
        .containsExactly(
            "Checkout.place REQUIRED reads [orders] writes [orders, stock] by [Orders, Stock]",
            "Checkout.left REQUIRED read-only reads [stock] writes [] by []");
  }

  @Test
  void anInterfaceLeadsToItsImplementationsAndAReceiverToItsOwn() {
    assertThat(
            transactions(
                new Fixture()
                    .java("interface Step { void go(); }")
                    .java(
                        "class TakeStep implements Step {"
                            + " Stock stock; public void go() { stock.take(); } }")
                    .java(
                        "class SaveStep implements Step {"
                            + " Orders orders; public void go() { orders.save(null); } }")
                    .java(
                        SPRING
                            + """
                            class Flow {
                              @Transactional void any(Step step) { step.go(); }
                              @Transactional void one(TakeStep step) { step.go(); }
                            }
                            """)))
        .containsExactly(
            "Flow.any REQUIRED reads [] writes [orders, stock] by [Orders, Stock]",
            "Flow.one REQUIRED reads [] writes [stock] by [Stock]");
  }

  @Test
  void methodsThatCallEachOtherDoTheSame() {
    assertThat(
            transactions(
                new Fixture()
                    .java(
                        SPRING
                            + """
                            class Loop {
                              Stock stock; Orders orders;
                              @Transactional void a() { stock.left(); b(); }
                              @Transactional void b() { orders.save(null); a(); }
                            }
                            """)))
        .containsExactly(
            "Loop.a REQUIRED reads [stock] writes [orders] by [Orders]",
            "Loop.b REQUIRED reads [stock] writes [orders] by [Orders]");
  }

  @Test
  void whatLeavesATransactionIsNoPartOfIt() {
    assertThat(
            transactions(
                new Fixture()
                    .java(
                        SPRING
                            + """
                            class Audit {
                              Orders orders;
                              @Transactional(propagation = Propagation.REQUIRES_NEW)
                              void write() { orders.save(null); }
                              @org.springframework.scheduling.annotation.Async
                              void later() { orders.save(null); }
                            }
                            """)
                    .java(
                        SPRING
                            + """
                            class Work {
                              Audit audit; Stock stock;
                              @Transactional void work() { audit.write(); audit.later(); own(); }
                              @Transactional(propagation = Propagation.REQUIRES_NEW)
                              void own() { stock.take(); }
                              @Transactional(propagation = Propagation.NEVER) void never() {}
                            }
                            """)))
        .as("a call within an object does not pass its proxy")
        .containsExactly(
            "Audit.write REQUIRES_NEW reads [] writes [orders] by [Orders]",
            "Work.work REQUIRED reads [] writes [stock] by [Stock]",
            "Work.own REQUIRES_NEW reads [] writes [stock] by [Stock]");
  }

  @Test
  void anAnnotationOnATypeIsForItsPublicMethodsAndThoseOfSubclasses() {
    assertThat(
            transactions(
                new Fixture()
                    .java(
                        SPRING
                            + """
                            @Transactional class Base {
                              public void open() {}
                              void hidden() {}
                              public static void fixed() {}
                            }
                            """)
                    .java("class Sub extends Base { public void more() {} }")
                    .java(SPRING + "interface Api { @Transactional void called(); void not(); }")
                    .java(
                        "class ApiService implements Api {"
                            + " public void called() {} public void not() {} }")
                    .java(
                        "@jakarta.transaction.Transactional("
                            + "jakarta.transaction.Transactional.TxType.SUPPORTS)"
                            + " class Ee { public void ee() {} }")))
        .extracting(each -> each.substring(0, each.indexOf(" reads")))
        .containsExactlyInAnyOrder(
            "Base.open REQUIRED",
            "Sub.more REQUIRED",
            "Api.called REQUIRED",
            "ApiService.called REQUIRED",
            "Ee.ee SUPPORTS");
  }

  @Test
  void sessionBeansAreTransactionalUnlessTheySayOtherwise() {
    assertThat(
            transactions(
                new Fixture()
                    .java(
                        """
                        import javax.ejb.*;
                        @Stateless class Bean {
                          Stock stock;
                          public void implicit() { stock.take(); }
                          @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
                          public void fresh() {}
                          @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
                          public void outside() {}
                          void hidden() {}
                        }
                        """)
                    .java(
                        """
                        import javax.ejb.*;
                        @Singleton @TransactionManagement(TransactionManagementType.BEAN)
                        class ByHand {
                          javax.transaction.UserTransaction transaction;
                          Stock stock;
                          public void plain() {}
                          public void begins() { transaction.begin(); stock.take(); }
                        }
                        """)))
        .containsExactly(
            "Bean.implicit REQUIRED reads [] writes [stock] by [Stock]",
            "Bean.fresh REQUIRES_NEW reads [] writes [] by []",
            "ByHand.begins (unknown) reads [] writes [stock] by [Stock]");
  }

  @Test
  void whoeverIsGivenAnOpenConnectionHasTheTransactionAndNothingOfItsOpening() {
    assertThat(
            transactions(
                new Fixture()
                    .java(
                        """
                        import java.sql.Connection;
                        class Pool {
                          static Stock stock;
                          static Connection open() throws Exception {
                            stock.take();
                            Connection c = null;
                            c.setAutoCommit(false);
                            return c;
                          }
                        }
                        class Other { static Connection open() throws Exception { return Pool.open(); } }
                        class ByHand {
                          Stock stock;
                          void opens() throws Exception { Pool.open().commit(); }
                          void takes() throws Exception {
                            Connection c = Other.open();
                            stock.take();
                            c.commit();
                          }
                        }
                        """)))
        .containsExactly(
            "ByHand.opens (unknown) reads [] writes [] by []",
            "ByHand.takes (unknown) reads [] writes [stock] by [Stock]");
  }

  @Test
  void aTemplateStartsATransaction() {
    assertThat(
            transactions(
                new Fixture()
                    .java(
                        """
                        import org.springframework.transaction.support.TransactionTemplate;
                        class ByHand {
                          TransactionTemplate template; Stock stock;
                          void go() { template.execute(status -> { stock.take(); return null; }); }
                        }
                        """)))
        .containsExactly("ByHand.go (unknown) reads [] writes [stock] by [Stock]");
  }

  @Test
  void aFunctionThatIsRunInATransactionIsAllOfIt() {
    facts.add(
        new Access(
            "logs",
            "app.ByHand",
            "inside",
            Operation.INSERT,
            List.of(),
            new Place("/F0.java", 8),
            AccessVia.JDBC,
            Certainty.PARSED));
    facts.add(
        new Access(
            "marks",
            "app.ByHand",
            "inside",
            Operation.INSERT,
            List.of(),
            new Place("/F0.java", 12),
            AccessVia.JDBC,
            Certainty.PARSED));

    assertThat(
            transactions(
                new Fixture()
                    .java(
                        """
                        import org.springframework.transaction.support.*;
                        class ByHand {
                          TransactionTemplate template; Stock stock; Orders orders;
                          void inside() {
                            template.execute(status -> {
                              log();
                              stock.take();
                              return null;
                            });
                            mark();
                            orders.save(null);
                          }
                          void log() {}
                          void mark() {}
                          void anonymous() {
                            TransactionCallback<Void> work = new TransactionCallback<Void>() {
                              public Void doInTransaction(TransactionStatus status) {
                                stock.take();
                                return null;
                              }
                            };
                            orders.save(null);
                            template.execute(work);
                          }
                          void reference() { orders.save(null); template.execute(this::takes); }
                          Void takes(TransactionStatus status) { stock.take(); return null; }
                          void unknown() { template.execute(work()); orders.save(null); }
                          TransactionCallback<Void> work() { return null; }
                          void around() { inside(); }
                        }
                        """)))
        .containsExactly(
            "ByHand.inside (unknown) reads [] writes [logs, stock] by [ByHand, Stock]",
            "ByHand.anonymous (unknown) reads [] writes [stock] by [Stock]",
            "ByHand.reference (unknown) reads [] writes [stock] by [Stock]",
            "ByHand.unknown (unknown) reads [] writes [orders] by [Orders]");
  }

  @Test
  void aFunctionOfKotlinBehindTheCallIsOne() {
    assertThat(
            transactions(
                new Fixture()
                    .kotlin(
                        """
                        package app
                        import org.springframework.transaction.support.TransactionTemplate
                        class ByHand(val template: TransactionTemplate, val stock: Stock, val orders: Orders) {
                          fun go() {
                            template.execute { stock.take() }
                            orders.save(null)
                          }
                        }
                        """)))
        .containsExactly("ByHand.go (unknown) reads [] writes [stock] by [Stock]");
  }

  @Test
  void eachFunctionThatAMethodRunsHasATransactionOfItsOwn() {
    transactions(
        new Fixture()
            .java(
                """
                import org.springframework.transaction.support.TransactionTemplate;
                class ByHand {
                  TransactionTemplate template; Stock stock; Orders orders;
                  void two() {
                    template.execute(status -> { stock.take(); return null; });
                    template.execute(status -> {
                      orders.save(null);
                      return template.execute(inner -> stock.left());
                    });
                  }
                  void byHandAndWhole(jakarta.persistence.EntityTransaction all) {
                    all.begin();
                    template.execute(status -> { stock.take(); return null; });
                    orders.save(null);
                  }
                }
                """));

    assertThat(facts.transactions())
        .extracting(each -> each.method() + " " + each.writes() + " " + each.place())
        .containsExactly(
            "two [stock] /F0.java:6",
            "two [orders] /F0.java:7",
            "byHandAndWhole [orders, stock] /F0.java:12");
  }

  @Test
  void whoGivesATemplateOfTheSystemSomethingToRunHasATransaction() {
    assertThat(
            transactions(
                new Fixture()
                    .java(
                        """
                        import org.springframework.transaction.PlatformTransactionManager;
                        import java.util.function.*;
                        interface Work<T> { T run(); }
                        interface Item { String name(); int number(); }
                        interface Transactions {
                          <T> T inNew(Work<T> work);
                          <T> T again(int times, Work<T> work);
                        }
                        class TransactionRunner implements Transactions {
                          PlatformTransactionManager manager;
                          public <T> T inNew(Work<T> work) { return again(1, work); }
                          public <T> T again(int times, Work<T> work) {
                            manager.getTransaction(null);
                            return work.run();
                          }
                          void begin(Item item, java.util.List<Item> all) {
                            manager.getTransaction(null);
                            item.name();
                            all.size();
                          }
                          static void open(PlatformTransactionManager given) {
                            given.getTransaction(null);
                          }
                        }
                        class Jobs {
                          PlatformTransactionManager manager;
                          void run(Runnable job) { manager.getTransaction(null); job.run(); }
                        }
                        """)
                    .java(
                        """
                        class Shop {
                          Transactions transactions; TransactionRunner runner; Jobs jobs;
                          Stock stock; Orders orders;
                          void lambda() {
                            transactions.inNew(() -> { stock.take(); return null; });
                          }
                          void anonymous() {
                            Work<Order> work =
                                new Work<Order>() {
                                  public Order run() { orders.save(null); return null; }
                                };
                            runner.again(3, work);
                          }
                          void handedOn(Work<Order> work) { runner.inNew(work); }
                          void nothing() { runner.inNew(null); }
                          void data(Item i) { Item item = i; runner.begin(item, all()); }
                          java.util.List<Item> all() { return null; }
                          void opens() { TransactionRunner.open(jobs.manager); stock.take(); }
                          void job() { jobs.run(() -> stock.take()); }
                        }
                        """)))
        .containsExactly(
            "Jobs.run (unknown) reads [] writes [stock] by [Stock]",
            "Shop.lambda (unknown) reads [] writes [stock] by [Stock]",
            "Shop.anonymous (unknown) reads [] writes [orders] by [Orders]",
            "Shop.opens (unknown) reads [] writes [stock] by [Stock]",
            "TransactionRunner.again (unknown) reads [] writes [] by []",
            "TransactionRunner.begin (unknown) reads [] writes [] by []",
            "TransactionRunner.open (unknown) reads [] writes [] by []");
  }

  @Test
  void eventsHeardAtOnceBelongToTheTransaction() {
    assertThat(
            transactions(
                new Fixture()
                    .java("class Placed {}")
                    .java(
                        """
                        import org.springframework.context.event.EventListener;
                        import org.springframework.transaction.event.*;
                        class Heard {
                          Stock stock; Orders orders;
                          @EventListener void now(Placed event) { stock.take(); }
                          @TransactionalEventListener void after(Placed event) { orders.save(null); }
                        }
                        """)
                    .java(
                        SPRING
                            + """
                            class Publisher {
                              org.springframework.context.ApplicationEventPublisher events;
                              @Transactional void place() { events.publishEvent(new Placed()); }
                            }
                            """)))
        .containsExactly("Publisher.place REQUIRED reads [] writes [stock] by [Stock]");
  }

  @Test
  void aRepositorysOwnMethodCanBeATransaction() {
    access("app.Changing", "clear", Operation.DELETE, "carts");

    assertThat(
            transactions(
                new Fixture()
                    .java(
                        SPRING
                            + "interface Changing { @Transactional void clear();"
                            + " @Transactional void nothing(); }")))
        .containsExactly(
            "Changing.clear REQUIRED reads [] writes [carts] by [Changing]",
            "Changing.nothing REQUIRED reads [] writes [] by []");
  }

  @Test
  void aGenericClassDoesWhatEachSubclassGivesIt() {
    access("app.Cats", "store", Operation.INSERT, "cats");
    access("app.Dogs", "store", Operation.INSERT, "dogs");

    assertThat(
            transactions(
                new Fixture()
                    .java(SPRING + "abstract class Base<T> { @Transactional void store(T t) {} }")
                    .java("class Cats extends Base<String> {}")
                    .java("class Dogs extends Base<Integer> {}")
                    .java("interface Keeps { void store(String cat); }")
                    .java("class KeepsCats extends Base<String> implements Keeps {}")
                    .java(
                        SPRING
                            + """
                            class Zoo {
                              Cats cats;
                              @Transactional void one() { cats.store(""); }
                              @Transactional void any(Base<String> all) { all.store(""); }
                              @Transactional void keep(Keeps keeps) { keeps.store(""); }
                            }
                            """)))
        .containsExactly(
            "Base.store REQUIRED reads [] writes [cats, dogs] by [Cats, Dogs]",
            "Zoo.one REQUIRED reads [] writes [cats] by [Cats]",
            "Zoo.any REQUIRED reads [] writes [cats, dogs] by [Cats, Dogs]",
            "Zoo.keep REQUIRED reads [] writes [] by []");
  }

  @Test
  void oneRunIsThatOfOneSubclassSoWhatOnlySomeOfThemReachIsNotSure() {
    access("app.Base", "store", Operation.INSERT, "log");
    access("app.Cats", "store", Operation.INSERT, "cats");
    access("app.Dogs", "store", Operation.INSERT, "dogs");
    access("app.Plain", "keep", Operation.INSERT, "carts");

    transactions(
        new Fixture()
            .java(SPRING + "abstract class Base<T> { @Transactional void store(T t) {} }")
            .java("class Cats extends Base<String> implements Stores {}")
            .java("class Dogs extends Base<String> implements Stores {}")
            .java(SPRING + "interface Stores { @Transactional void store(String t); }")
            .java(SPRING + "interface Keeps { @Transactional void keep(); }")
            .java("class Plain implements Keeps { public void keep() {} }"));

    assertThat(facts.transactions())
        .filteredOn(each -> !each.className().contains("Plain"))
        .extracting(TransactionFact::className, TransactionFact::writes, TransactionFact::uncertain)
        .containsExactly(
            tuple("app.Base", List.of("cats", "dogs", "log"), List.of("cats", "dogs")),
            tuple("app.Keeps", List.of("carts"), List.of()),
            tuple("app.Stores", List.of("cats", "dogs"), List.of("cats", "dogs")));
  }

  @Test
  void aGenericClassDoesNotDoWhatSubclassesWriteUnderItsMethodsName() {
    access("app.Cats", "find", Operation.SELECT, "cats");
    access("app.Dogs", "find", Operation.DELETE, "dogs");
    access("app.Hens", "find", Operation.SELECT, "hens");

    assertThat(
            transactions(
                new Fixture()
                    .java(
                        SPRING
                            + "abstract class Base<T> { @Transactional T find(long id)"
                            + " { return null; } }")
                    .java("class Cats extends Base<String> {}")
                    .java("class Dogs extends Base<Integer> { void find(long id, int age) {} }")
                    .java("class Hens extends Base<Long> { Long find(long id) { return 1L; } }")))
        .containsExactly(
            "Base.find REQUIRED reads [cats] writes [] by []",
            "Hens.find REQUIRED reads [hens] writes [] by []");
  }

  @Test
  void aMethodInheritedFromAClassImplementsAnInterface() {
    assertThat(
            transactions(
                new Fixture()
                    .java("interface Taker { void run(); }")
                    .java("class Base { Stock stock; public void run() { stock.take(); } }")
                    .java("class Sub extends Base implements Taker {}")
                    .java(SPRING + "class User { @Transactional void use(Taker t) { t.run(); } }")))
        .containsExactly("User.use REQUIRED reads [] writes [stock] by [Stock]");
  }

  @Test
  void whatTheContainerCallsOnASingletonRunsInATransactionEvenIfPrivate() {
    assertThat(
            transactions(
                new Fixture()
                    .java(
                        """
                        import javax.ejb.*;
                        @Singleton class Nightly {
                          Stock stock;
                          @Schedule(hour = "2") private void run() { stock.take(); }
                          @Timeout void late(Timer timer) { stock.left(); }
                          @javax.annotation.PostConstruct private void fill() { stock.take(); }
                          private void helper() { stock.take(); }
                        }
                        """)
                    .java(
                        """
                        import javax.ejb.*;
                        @Singleton @TransactionManagement(TransactionManagementType.BEAN) class Own {
                          Stock stock;
                          @Schedule(hour = "3") private void run() { stock.take(); }
                        }
                        """)
                    .java(
                        """
                        @javax.ejb.Stateless class Pooled {
                          Stock stock;
                          @javax.annotation.PostConstruct public void fill() { stock.take(); }
                        }
                        """)))
        .containsExactly(
            "Nightly.run REQUIRED reads [] writes [stock] by [Stock]",
            "Nightly.late REQUIRED reads [stock] writes [] by []",
            "Nightly.fill REQUIRED reads [] writes [stock] by [Stock]");
  }

  @Test
  void otherLibrariesHaveAnnotationsAndCallsOfTheirOwn() {
    assertThat(
            transactions(
                new Fixture()
                    .java(
                        """
                        class Guiced {
                          @com.google.inject.persist.Transactional void change() {}
                          @io.dropwizard.hibernate.UnitOfWork(transactional = false) void look() {}
                          @io.dropwizard.hibernate.UnitOfWork void work() {}
                          void byHand(java.sql.Connection c) throws Exception {
                            c.setAutoCommit(false);
                          }
                          interface Dao extends org.jdbi.v3.sqlobject.transaction.Transactional<Dao> {}
                          interface Own { void begin(); }
                          void mixedIn(Dao dao) { dao.inTransaction(d -> null); }
                          void noMixin(Own own) { own.begin(); }
                          void chained(other.Manager m) { m.getTransaction().begin(); }
                          void noneByHand(java.sql.Connection c) throws Exception {
                            c.setAutoCommit(true);
                          }
                        }
                        """)))
        .extracting(each -> each.substring(0, each.indexOf(" reads")))
        .containsExactlyInAnyOrder(
            "Guiced.change REQUIRED",
            "Guiced.work REQUIRED",
            "Guiced.byHand (unknown)",
            "Guiced.chained (unknown)",
            "Guiced.mixedIn (unknown)");
  }

  @Test
  void onlyAnAnnotationAtTheMethodOrItsTypeIsParsed() {
    new Fixture()
        .java(SPRING + "@Transactional class Own { public void a() {} }")
        .java("class Heir extends Own { public void b() {} }")
        .java(SPRING + "interface Api { @Transactional void c(); }")
        .java(SPRING + "@Transactional class Both implements Api { public void c() {} }")
        .java("@javax.ejb.Stateless class Bean { public void d() {} }")
        .run(facts, new Transactions());

    assertThat(facts.transactions())
        .extracting(each -> each.className() + "." + each.method() + " " + each.certainty())
        .containsExactlyInAnyOrder(
            "app.Own.a PARSED",
            "app.Heir.b INFERRED",
            "app.Api.c PARSED",
            "app.Both.c PARSED",
            "app.Bean.d INFERRED");
  }

  @Test
  void aBusReachesOnlyThoseWhoTakeWhatItIsGiven() {
    access("app.OnPaid", "on", Operation.INSERT, "receipts");
    access("app.OnSent", "on", Operation.INSERT, "parcels");
    access("app.OnAny", "on", Operation.INSERT, "log");
    Fixture fixture =
        new Fixture()
            .java(
                "interface Event {} class Paid implements Event {} class Sent implements Event {}")
            .java("interface Hears<E extends Event> { void on(E event); }")
            .java("class OnPaid implements Hears<Paid> { public void on(Paid e) {} }")
            .java("class OnSent implements Hears<Sent> { public void on(Sent e) {} }")
            .java("class OnAny implements Hears<Event> { public void on(Event e) {} }")
            .java(
                """
                interface Bus { void publish(Event event); }
                class MapBus implements Bus {
                  java.util.List<Hears> all;
                  public void publish(Event event) { for (Hears each : all) { each.on(event); } }
                }
                """)
            .java(
                SPRING
                    + """
                    class Shop {
                      Bus bus; Event some;
                      @Transactional void pay() { bus.publish(new Paid()); }
                      @Transactional void send() { Sent sent = new Sent(); bus.publish(sent); }
                      @Transactional void any() { bus.publish(some); }
                    }
                    """);
    fixture.run(facts, new Transactions());

    assertThat(facts.transactions())
        .extracting(each -> each.method() + " " + each.writes())
        .containsExactlyInAnyOrder(
            "pay [log, receipts]", "send [log, parcels]", "any [log, parcels, receipts]");
  }

  @Test
  void accessorsThatLombokWritesAreNoTransactions() {
    assertThat(
            transactions(
                new Fixture()
                    .java(
                        SPRING
                            + "@lombok.Data @lombok.Builder @Transactional class Shop {"
                            + " int count; public void run() {} }")))
        .extracting(each -> each.substring(0, each.indexOf(" reads")))
        .containsExactly("Shop.run REQUIRED");
  }
}
