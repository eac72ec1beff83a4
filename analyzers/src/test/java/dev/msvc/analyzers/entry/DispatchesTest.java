package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class DispatchesTest {
  private static final String IMPORTS =
      "import org.springframework.transaction.annotation.Transactional;\n"
          + "import org.springframework.stereotype.*;\n"
          + "import org.springframework.beans.factory.annotation.*;\n";

  private final FactCollector facts = new FactCollector();

  private void reads(String className, String method, String table) {
    facts.add(
        new Access(
            table,
            "app." + className,
            method,
            Operation.SELECT,
            List.of(),
            new Place("x", 1),
            AccessVia.JDBC,
            Certainty.PARSED));
  }

  private List<String> transactions(String... java) {
    Fixture fixture = new Fixture();
    for (String each : java) {
      fixture.java(IMPORTS + each);
    }
    fixture.run(facts, new Injections(), new Transactions());
    return facts.transactions().stream()
        .map(each -> each.className() + "." + each.method() + " reads " + each.reads())
        .toList();
  }

  /** Handlers of one interface, each of which reads a table of its own. */
  private String handlers(int count) {
    StringBuilder java = new StringBuilder("interface Handler { void handle(); }\n");
    for (int i = 0; i < count; i++) {
      java.append("class H%d implements Handler { public void handle() {} }\n".formatted(i));
      reads("H" + i, "handle", "t" + i);
    }
    return java.toString();
  }

  private static final String BY_KEY =
      """
      class Commands {
        java.util.Map<String, Handler> all;
        @Transactional public void run(String key) { all.get(key).handle(); }
      }
      """;

  @Test
  void aFewImplementationsAreAllFollowed() {
    assertThat(transactions(handlers(2), BY_KEY))
        .containsExactly("app.Commands.run reads [t0, t1]");
    assertThat(facts.unread()).isEmpty();
  }

  @Test
  void wherePerhapsOneOfVeryManyRunsNoneIsFollowedAndThatIsSaid() {
    assertThat(transactions(handlers(11), BY_KEY)).containsExactly("app.Commands.run reads []");
    assertThat(facts.unread())
        .extracting(each -> each.reason())
        .containsExactly(
            "transactions are not followed into the 11 implementations of Handler.handle");
  }

  @Test
  void wherePerhapsOneOfVeryManyInheritsAMethodNoneIsFollowedThoughFewAccessTables() {
    StringBuilder java =
        new StringBuilder(
            """
            abstract class Dao<T> { void save() {} }
            abstract class Rare<T> { void save() {} }
            class R0 extends Rare<String> {}
            class R1 extends Rare<Long> {}
            class Store {
              Dao<?> any;
              Rare<?> rare;
              @Transactional public void few() { rare.save(); }
              D1 one;
              @Transactional public void some() { any.save(); }
              @Transactional public void first() { one.save(); }
            }
            """);
    for (int i = 0; i < 13; i++) {
      java.append("class D%d extends Dao<String> {}\n".formatted(i));
    }
    reads("D0", "save", "t0");
    reads("D1", "save", "t1");
    reads("R1", "save", "r1");

    assertThat(transactions(java.toString()))
        .containsExactly(
            "app.Store.few reads [r1]", "app.Store.some reads []", "app.Store.first reads [t1]");
  }

  @Test
  void whoSaysWhichOfManyReachesIt() {
    assertThat(
            transactions(
                handlers(11),
                """
                class Direct { @Transactional public void run() { new H7().handle(); } }
                """))
        .containsExactly("app.Direct.run reads [t7]");
    assertThat(facts.unread()).as("nobody dispatches").isEmpty();
  }

  @Test
  void whatContainersPutIntoAFieldRuns() {
    reads("Disk", "load", "disk");
    reads("Cloud", "load", "cloud");
    assertThat(
            transactions(
                """
                interface Store { void load(); }
                @Service("disk") class Disk implements Store { public void load() {} }
                @Service("cloud") class Cloud implements Store { public void load() {} }
                @Service class Named {
                  private final Store store;
                  Named(@Qualifier("cloud") Store store) { this.store = store; }
                  @Transactional public void run() { store.load(); }
                  @Transactional public void given(Store store) { store.load(); }
                }
                @Service class Any {
                  @Autowired Store which;
                  @Transactional public void run() { this.which.load(); }
                }
                """))
        .containsExactly(
            "app.Any.run reads [cloud, disk]",
            "app.Named.run reads [cloud]",
            "app.Named.given reads [cloud, disk]");
  }

  @Test
  void aFieldIsKnownThroughItsGetterAndInClassesWithin() {
    reads("Disk", "load", "disk");
    reads("Cloud", "load", "cloud");
    assertThat(
            transactions(
                """
                interface Store { void load(); }
                @Service("disk") class Disk implements Store { public void load() {} }
                @Service("cloud") class Cloud implements Store { public void load() {} }
                @Service class Shop {
                  @Autowired @Qualifier("cloud") private Store store;
                  private Store other;
                  Store getStore() { return this.store; }
                  Store getFirst() { return store == null ? other : store; }
                  @Transactional public void got() { getStore().load(); }
                  @Transactional public void chosen() { getFirst().load(); }
                  class Till {
                    @Transactional public void within() { store.load(); }
                    @Transactional public void named() { Shop.this.store.load(); }
                  }
                }
                """))
        .containsExactly(
            "app.Shop.got reads [cloud]",
            "app.Shop.chosen reads [cloud, disk]",
            "app.Shop.Till.within reads [cloud]",
            "app.Shop.Till.named reads [cloud]");
  }

  @Test
  void argumentsOfTypesTellImplementationsApart() {
    reads("Birds", "save", "birds");
    reads("Boats", "save", "boats");
    assertThat(
            transactions(
                """
                class Bird {} class Boat {}
                interface Saver<T> { void save(T what); }
                class Birds implements Saver<Bird> { public void save(Bird b) {} }
                class Boats implements Saver<Boat> { public void save(Boat b) {} }
                class Use {
                  Saver<Bird> birds;
                  @Transactional public void one(Bird b) { birds.save(b); }
                  @Transactional public void any(Saver<?> saver) { saver.save(null); }
                }
                """))
        .containsExactly("app.Use.one reads [birds]", "app.Use.any reads [birds, boats]");
  }

  @Test
  void whatATemplateCallsOnItselfIsTheCallersToKnow() {
    StringBuilder commands =
        new StringBuilder(
            """
            abstract class Command {
              @Transactional public void run() { prepare(); }
              void prepare() { execute(); }
              abstract void execute();
            }
            """);
    for (int i = 0; i < 11; i++) {
      commands.append("class C%d extends Command { void execute() {} }\n".formatted(i));
      reads("C" + i, "execute", "t" + i);
    }
    assertThat(
            transactions(
                commands.toString(),
                """
                class Own extends Command {
                  void execute() {}
                  @Transactional public void again() { prepare(); }
                }
                class Use {
                  @Transactional public void one(C3 c) { c.run(); }
                  @Transactional public void any(Command c) { c.run(); }
                }
                """))
        .containsExactly(
            "app.Command.run reads []",
            "app.Own.again reads []",
            "app.Use.one reads [t3]",
            "app.Use.any reads []");
  }

  @Test
  void whatAnInheritedMethodCallsOnItselfIsThatOfItsObject() {
    reads("Orders", "step", "orders");
    reads("Bills", "step", "bills");
    reads("Bills", "last", "last");
    assertThat(
            transactions(
                """
                abstract class Job {
                  Job() { init(); }
                  void init() {}
                  void run() { again(); }
                  private void again() { step(); }
                  abstract void step();
                }
                class Orders extends Job { void step() {} }
                class Bills extends Job {
                  void step() {}
                  void run() { super.run(); last(); }
                  void last() {}
                }
                class Use {
                  private final Orders orders = new Orders();
                  @Transactional public void known() { orders.run(); }
                  @Transactional public void calledAsSuper(Bills bills) { bills.run(); }
                  @Transactional public void any(Job job) { job.run(); }
                }
                """))
        .containsExactly(
            "app.Use.known reads [orders]",
            "app.Use.calledAsSuper reads [bills, last]",
            "app.Use.any reads [bills, last, orders]");
  }

  @Test
  void aGenericClassAccessesTheTablesOfItsObject() {
    reads("Orders", "find", "orders");
    reads("Bills", "find", "bills");
    assertThat(
            transactions(
                """
                abstract class Dao<T> {
                  void load() { find(); }
                  T find() { return null; }
                }
                class Orders extends Dao<String> {}
                class Bills extends Dao<Long> {}
                class Use {
                  @Transactional public void one(Orders orders) { orders.load(); }
                  @Transactional public void any(Dao<?> dao) { dao.load(); }
                }
                """))
        .containsExactly("app.Use.one reads [orders]", "app.Use.any reads [bills, orders]");
  }

  @Test
  void aClassThatIsForOtherTypesDoesNotRun() {
    reads("Plain", "load", "plain");
    reads("Kept", "load", "kept");
    assertThat(
            transactions(
                """
                interface Keeps {}
                class Note implements Keeps {}
                class Order {}
                interface Dao<T> { void load(); }
                class Plain<T> implements Dao<T> { public void load() {} }
                class Kept<T extends Keeps> implements Dao<T> { public void load() {} }
                class Use {
                  @Transactional public void one(Dao<Order> orders) { orders.load(); }
                  @Transactional public void any(Dao<Note> notes) { notes.load(); }
                }
                """))
        .containsExactly("app.Use.one reads [plain]", "app.Use.any reads [kept, plain]");
  }

  @Test
  void whatAllSubclassesReplaceRunsOnlyWhereAClassWithoutANameLeavesIt() {
    reads("Store", "load", "usual");
    reads("Disk", "load", "disk");
    String stores =
        "abstract class Store { void load() {} }\nclass Disk extends Store { void load() {} }\n";
    String use = "class Use { @Transactional public void any(Store store) { store.load(); } }\n";

    assertThat(transactions(stores, use)).containsExactly("app.Use.any reads [disk]");
    assertThat(transactions(stores, use, "class New { Store store = new Store() {}; }\n"))
        .contains("app.Use.any reads [disk, usual]");
  }

  @Test
  void whoHandsOneOfVeryManyOverReachesIt() {
    assertThat(
            transactions(
                handlers(11),
                """
                class Cache {
                  private final Handler handler;
                  Cache(Handler handler) { this.handler = handler; }
                  void get() { handler.handle(); }
                }
                class Template {
                  void run(Handler handler) { handler.handle(); }
                  void later(Handler handler) {}
                  void other() {}
                }
                class Names {
                  private final Cache cache = null;
                  Names() { new Cache(new H4()); }
                  @Transactional public void name() { cache.get(); }
                  @Transactional public void passed(Template template) { template.run(new H2()); }
                  void register(Template template) { template.later(new H3()); }
                  @Transactional public void nothing(Template template) { template.other(); }
                }
                class Others { @Transactional public void none(Cache cache) { cache.get(); } }
                """))
        .containsExactly(
            "app.Names.name reads [t4]",
            "app.Names.passed reads [t2]",
            "app.Names.nothing reads []",
            "app.Others.none reads []");
  }

  @Test
  void aVisitorIsReachedByWhoSendsIt() {
    StringBuilder nodes =
        new StringBuilder(
            """
            interface Visitor { void visit(Node node); }
            interface Node { void accept(Visitor v); }
            class Counting implements Visitor { public void visit(Node node) {} }
            class Use { @Transactional public void count(Node n) { n.accept(new Counting()); } }
            """);
    for (int i = 0; i < 11; i++) {
      nodes.append(
          "class N%d implements Node { public void accept(Visitor v) { v.visit(this); } }\n"
              .formatted(i));
    }
    reads("Counting", "visit", "counts");
    assertThat(transactions(nodes.toString())).containsExactly("app.Use.count reads [counts]");
  }

  @Test
  void itIsSaidHowFarATableIsAndWhetherSomethingLeavesOpenIfItIsReached() {
    reads("Use", "run", "own");
    reads("Near", "go", "near");
    reads("Far", "load", "far");
    reads("Both", "load", "both");
    reads("Both", "direct", "both");
    transactions(
        """
        interface Store { void load(); }
        class Far implements Store { public void load() {} }
        class Both implements Store { public void load() {} void direct() {} }
        class Near { Store store; void go() { store.load(); } }
        class Use {
          @Transactional public void run() { new Near().go(); }
          @Transactional public void known(Both both) { new Near().go(); both.direct(); }
        }
        """);

    assertThat(facts.transactions())
        .extracting(each -> each.method() + " " + each.steps() + " uncertain " + each.uncertain())
        .containsExactly(
            "run {both=2, far=2, near=1, own=0} uncertain [both, far]",
            "known {both=1, far=2, near=1} uncertain [far]");
  }
}
