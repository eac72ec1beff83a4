package dev.msvc.analyzers.trait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.code.CodeReader;
import dev.msvc.analyzers.code.JavaSource;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TraitsTest {
  private final List<ResourceFile> resources = new ArrayList<>();

  private TraitsTest resource(String module, String file, String text) {
    resources.add(new ResourceFile(file, module, text.length(), () -> text));
    return this;
  }

  /** Traits as {@code KIND name: detail}. */
  private List<String> traits(Analyzer analyzer, String java) {
    return facts(analyzer, java).traits().stream()
        .sorted()
        .map(each -> "%s %s: %s".formatted(each.kind(), each.name(), each.detail()))
        .toList();
  }

  private FactCollector facts(Analyzer analyzer, String java) {
    JavaSource source = new JavaSource("A.java", "", () -> new JavaSource.Content(java, 1, false));
    CodeReader.Result read = CodeReader.read(List.of(source), () -> {});
    FactCollector facts = new FactCollector();
    analyzer.analyze(new Sources(read.code(), resources), facts);
    return facts;
  }

  @Test
  void attributesOfTheSessionAreReadWithTheirNames() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import javax.servlet.http.HttpServletRequest;
                import javax.servlet.http.HttpSession;
                class A {
                  static final String USER = "user";
                  void a(HttpSession session, HttpServletRequest request, Other other, String name) {
                    session.setAttribute(USER, 1);
                    request.getSession().getAttribute(name);
                    request.setAttribute("page", 1);
                    other.setAttribute("x", 1);
                  }
                }
                class Other { void setAttribute(String name, Object value) {} }
                """))
        .containsExactly(
            "SESSION_STATE (computed): read from the session",
            "SESSION_STATE user: set in the session");
  }

  @Test
  void aGuardAgainstForgedRequestsCountsUnlessItIsSwitchedOff() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import org.springframework.security.config.annotation.web.builders.HttpSecurity;
                import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
                class A {
                  void off(HttpSecurity http) { http.csrf().disable().authorizeRequests(); }
                  void lambda(HttpSecurity http) { http.csrf(each -> each.disable()); }
                  void block(HttpSecurity http) { http.csrf(each -> { each.disable(); }); }
                  void reference(HttpSecurity http) { http.csrf(AbstractHttpConfigurer::disable); }
                }
                """))
        .isEmpty();
    assertThat(
            traits(
                new CodeTraits(),
                """
                import org.springframework.security.config.annotation.web.builders.HttpSecurity;
                class A {
                  void on(HttpSecurity http) {
                    http.csrf().ignoringAntMatchers("/api").and().formLogin().disable();
                  }
                }
                """))
        .containsExactly("CSRF csrf: csrf() of the web security");
  }

  @Test
  void theTokenOfStrutsGuardsForms() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import org.apache.struts.action.Action;
                import org.apache.struts.util.TokenProcessor;
                class A extends Action {
                  void save(javax.servlet.http.HttpServletRequest q) { if (!isTokenValid(q)) { return; } }
                }
                class Filter {
                  boolean ok(javax.servlet.http.HttpServletRequest q) {
                    return TokenProcessor.getInstance().isTokenValid(q) && isTokenValid("x");
                  }
                  boolean isTokenValid(String own) { return true; }
                }
                """))
        .containsExactly(
            "CSRF token: isTokenValid of Struts", "CSRF token: isTokenValid of Struts");
  }

  @Test
  void aRouterOfDataSourcesKnowsCustomersWhereItsKeyIsNamedAfterThem() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
                class ByRole extends AbstractRoutingDataSource {
                  protected Object determineCurrentLookupKey() { return ReadOrWrite.current(); }
                }
                class ByTenant extends AbstractRoutingDataSource {
                  protected Object determineCurrentLookupKey() { return Holder.getTenantId(); }
                }
                class ReadOrWrite { static Object current() { return null; } }
                class Holder { static Object getTenantId() { return null; } }
                """))
        .containsExactly("TENANCY ByTenant: is an AbstractRoutingDataSource");
  }

  @Test
  void anAnnotationNamedAfterTheScopeOfDataAddsAConditionOnRows() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                @interface DataScope { String deptAlias(); }
                class A {
                  @DataScope(deptAlias = "d") void list() {}
                  @Deprecated void other() {}
                }
                """))
        .containsExactly("ROW_SECURITY DataScope: @DataScope");
  }

  @Test
  void annotationsOfFrameworksAreKnownByTheirFullNames() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import org.springframework.cache.annotation.*;
                import org.springframework.security.access.prepost.PostAuthorize;
                import org.springframework.security.access.prepost.PreAuthorize;
                import org.springframework.transaction.annotation.Transactional;
                import org.springframework.web.context.annotation.SessionScope;
                @SessionScope
                class A {
                  @Cacheable("prices") int price() { return 1; }
                  @PreAuthorize("hasRole('X')") void role() {}
                  @PreAuthorize("hasPermission(#order, 'read')") void row() {}
                  @PostAuthorize("returnObject.owner == principal.name") Object own() { return 1; }
                  @PostAuthorize("hasRole('Y')") Object any() { return 1; }
                  @Transactional(noRollbackFor = Exception.class) void kept() {}
                  @Transactional(readOnly = true) void plain() {}
                  @Authorized("edit") void own() {}
                }
                @interface Authorized { String value(); }
                """))
        .containsExactly(
            "SESSION_STATE A: @SessionScope",
            "METHOD_SECURITY Authorized: @Authorized",
            "METHOD_SECURITY PostAuthorize: @PostAuthorize hasRole('Y')",
            "METHOD_SECURITY PreAuthorize: @PreAuthorize hasRole('X')",
            "ROW_SECURITY PostAuthorize: @PostAuthorize returnObject.owner == principal.name",
            "ROW_SECURITY PreAuthorize: @PreAuthorize hasPermission(#order, 'read')",
            "CACHE prices: @Cacheable",
            "ROLLBACK_RULE A.kept: @Transactional(noRollbackFor)");
  }

  @Test
  void annotationsOfThatNameFromElsewhereSayNothing() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import com.acme.Cacheable;
                class A { @Cacheable int price() { return 1; } }
                """))
        .isEmpty();
  }

  @Test
  void aCollectionOfWhatLivesForARequestOrAValueIsNoCache() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import java.util.*;
                class Kept {
                  private Map<String, Log> logCache = new HashMap<>();
                  Log log(String name) { return logCache.computeIfAbsent(name, x -> null); }
                }
                class Log {
                  private Map<String, Part> partCache = new HashMap<>();
                  Log() { this(1); }
                  Log(int size) {}
                  Part part(String name) { partCache.put(name, new Part()); return partCache.get(name); }
                }
                class Part {
                  private List<String> lineCache = new ArrayList<>();
                  void line(String line) { lineCache.add(line); }
                }
                class Logs {
                  static final Kept KEPT = new Kept();
                  Log log(String name) { return new Log(); }
                }
                @jakarta.faces.view.ViewScoped class Form {
                  private Panel panel;
                  Form() { panel = new Panel(); }
                }
                class Panel {
                  private Map<String, String> folderCache = new HashMap<>();
                  void add(String name) { folderCache.put(name, name); }
                }
                class Only {
                  private static Only only;
                  private Map<String, String> textCache = new HashMap<>();
                  static Only only() { if (only == null) { only = new Only(); } return only; }
                  void add(String name) { textCache.put(name, name); }
                }
                class Calls {
                  private Map<String, java.lang.reflect.Method> methodCache = new HashMap<>();
                  void add(String name) { methodCache.put(name, null); }
                }
                """))
        .filteredOn(each -> each.startsWith("CACHE"))
        .containsExactly(
            "CACHE Kept.logCache: a collection called a cache",
            "CACHE Only.textCache: a collection called a cache");
  }

  @Test
  void staticCollectionsCountWhereAMethodAddsToThem() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import java.util.*;
                class Store { static List<String> list() { return null; } }
                class A {
                  static final Map<String, Integer> SEEN = new HashMap<>();
                  static final Map<String, Integer> CODES = new HashMap<>();
                  static final Map<Class<?>, Integer> BY_CLASS = new HashMap<>();
                  static final ThreadLocal<String> USER = new ThreadLocal<>();
                  private Map<String, Integer> priceCache = new HashMap<>();
                  private Map<String, Integer> plain = new HashMap<>();
                  static List<String> all;
                  static List<String> own;
                  static { CODES.put("a", 1); }
                  List<String> all() {
                    if (all == null) { all = Store.list(); own = List.of(); }
                    return all;
                  }
                  void see(String name) {
                    SEEN.put(name, 1);
                    A.BY_CLASS.put(A.class, 1);
                    priceCache.put(name, 1);
                    plain.put(name, 1);
                  }
                }
                """))
        .containsExactly(
            "CACHE A.priceCache: a collection called a cache",
            "STATIC_STATE A.SEEN: a static collection that is written",
            "STATIC_STATE A.all: a static collection that is written",
            "THREAD_STATE A.USER: a thread-local field");
  }

  @Test
  void whatOnlyInitializersFillIsFilledBeforeTheStart() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import java.util.*;
                class A {
                  static final Map<String, Integer> CODES = new HashMap<>();
                  static final Map<String, Integer> LATER = new HashMap<>();
                  static final Map<String, Integer> NEVER = new HashMap<>();
                  static final Map<String, Integer> NESTED = new HashMap<>();
                  static {
                    code("a");
                    List.of("b").forEach(each -> code(each));
                    late("c");
                    nested("d");
                  }
                  private static void code(String name) { next(name); }
                  private static void next(String name) { CODES.put(name, 1); }
                  private static void late(String name) { LATER.put(name, 1); }
                  private static void never(String name) { NEVER.put(name, 1); }
                  private static void nested(String name) { NESTED.put(name, 1); }
                  void see(String name) { late(name); }
                  static class B { void see(String name) { nested(name); } }
                }
                """))
        .containsExactly(
            "STATIC_STATE A.LATER: a static collection that is written",
            "STATIC_STATE A.NESTED: a static collection that is written",
            "STATIC_STATE A.NEVER: a static collection that is written");
  }

  @Test
  void callsShowThreadsHooksMessagesAndPlugIns() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import java.util.ServiceLoader;
                import org.springframework.jms.core.JmsTemplate;
                import org.springframework.security.core.context.SecurityContextHolder;
                import org.springframework.transaction.support.TransactionSynchronizationManager;
                class A {
                  JmsTemplate jms;
                  void a(String name) throws Exception {
                    SecurityContextHolder.getContext();
                    TransactionSynchronizationManager.registerSynchronization(null);
                    TransactionSynchronizationManager.isSynchronizationActive();
                    jms.convertAndSend("q", name);
                    ServiceLoader.load(A.class);
                    Class.forName(name);
                    Class.forName("org.Driver");
                  }
                }
                """))
        .containsExactly(
            "THREAD_STATE SecurityContextHolder: SecurityContextHolder.getContext",
            "MESSAGE_SENT JmsTemplate: JmsTemplate.convertAndSend",
            "AFTER_COMMIT TransactionSynchronizationManager:"
                + " TransactionSynchronizationManager.registerSynchronization",
            "PLUG_IN Class.forName: Class.forName of a computed name",
            "PLUG_IN ServiceLoader: ServiceLoader.load");
  }

  @Test
  void aNameThatIsTakenFromATypeOfTheCodeIsNoPlugIn() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                package p;
                import java.lang.reflect.*;
                class A {
                  void a(Field field, Object given, ParameterizedType type, String name) {
                    final String array = field.getType().getCanonicalName();
                    Class.forName(array.substring(0, array.length() - 2));
                    Class.forName(given.getClass().getName());
                    Class.forName(type.getActualTypeArguments()[2].getTypeName());
                    Class.forName(name.substring(1));
                  }
                }
                """))
        .containsExactly("PLUG_IN Class.forName: Class.forName of a computed name");
  }

  @Test
  void whatPlugInsOfOsgiOfferIsAskedForInRegistries() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                package p;
                import org.acme.osgi.api.OSGIServiceRegistration;
                import org.osgi.util.tracker.ServiceTracker;
                class A implements OSGIServiceRegistration<PaymentPlugin> {
                  OSGIServiceRegistration<PaymentPlugin> payments; ServiceTracker tracker;
                  org.acme.ServiceTracker other; org.osgi.framework.BundleContext context;
                  void a() { context.registerService("a", this, null); context.getBundle(); }
                }
                interface PaymentPlugin {}
                """))
        .containsExactlyInAnyOrder(
            "PLUG_IN A: OSGIServiceRegistration of PaymentPlugin",
            "PLUG_IN A.payments: OSGIServiceRegistration of PaymentPlugin",
            "PLUG_IN A.tracker: ServiceTracker",
            "PLUG_IN BundleContext: BundleContext.registerService");
  }

  @Test
  void aProducerOfJmsSendsBehindItsSetters() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                package p;
                import jakarta.jms.JMSContext;
                class A {
                  JMSContext jms; Object other;
                  void a(String text) {
                    jms.createProducer().setPriority(0).setTimeToLive(9).send(null, text);
                    other.createProducer().send(text);
                  }
                }
                """))
        .containsExactly("MESSAGE_SENT JMSProducer: JMSProducer.send");
  }

  @Test
  void timersOfCodeRepeatAndWhatIsDoneOnceLaterIsNone() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import java.util.Timer;
                import java.util.TimerTask;
                import java.util.concurrent.ScheduledExecutorService;
                import java.util.concurrent.TimeUnit;
                import org.springframework.scheduling.TaskScheduler;
                import org.springframework.scheduling.Trigger;
                class A {
                  ScheduledExecutorService pool;
                  TaskScheduler scheduler;
                  void a(Timer timer, TimerTask task, Runnable work, Trigger trigger) {
                    pool.scheduleAtFixedRate(work, 1, 1, TimeUnit.HOURS);
                    pool.schedule(work, 1, TimeUnit.HOURS);
                    timer.schedule(task, 0, 1000);
                    timer.schedule(task, 1000);
                    scheduler.schedule(work, trigger);
                  }
                  void scheduleAtFixedRate(Runnable work) {
                    pool.scheduleAtFixedRate(work, 1, 1, TimeUnit.HOURS);
                  }
                  void b() { pool.scheduleWithFixedDelay(this::a, 1, 1, TimeUnit.HOURS); }
                  void a() {}
                }
                """))
        .containsExactly(
            "TIMER A.a: ScheduledExecutorService.scheduleWithFixedDelay",
            "TIMER ScheduledExecutorService: ScheduledExecutorService.scheduleAtFixedRate",
            "TIMER TaskScheduler: TaskScheduler.schedule",
            "TIMER Timer: Timer.schedule");
  }

  @Test
  void filesThatStayAreLocalAndTemporaryOnesAreNot() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import java.io.File;
                import java.io.FileOutputStream;
                import java.io.OutputStream;
                import java.io.PrintWriter;
                import java.nio.file.Files;
                import java.nio.file.Path;
                import org.springframework.web.multipart.MultipartFile;
                class A {
                  String folder;
                  void stored(MultipartFile upload, String name) {
                    File target = new File(folder, name);
                    upload.transferTo(target);
                  }
                  void written(byte[] bytes) {
                    Files.write(Path.of("/var/reports", "last.txt"), bytes);
                  }
                  void streamed(String name) {
                    File below = new File(folder + "/a");
                    String path = null;
                    path = below.getPath() + "/" + name;
                    path = path + ".txt";
                    File target = new File(path);
                    new FileOutputStream(target).close();
                  }
                  void printed(Response response) {
                    new PrintWriter(response.getOut()).print("page");
                    new PrintWriter(folder).print("file");
                  }
                  void temporary(MultipartFile upload, byte[] bytes) {
                    upload.transferTo(File.createTempFile("a", "b"));
                    Path tmp = Path.of(folder);
                    Files.write(tmp.resolve("x"), bytes);
                    Files.write(Path.of(System.getProperty("java.io.tmpdir"), "x"), bytes);
                  }
                  void deleted(byte[] bytes) {
                    File work = new File(folder, "work");
                    Files.write(work.toPath(), bytes);
                    work.delete();
                  }
                  void told(File where, byte[] bytes) {
                    Files.write(new File(where, "name.txt").toPath(), bytes);
                  }
                  void copied(Path from, OutputStream to) {
                    Files.copy(from, to);
                  }
                  void said(byte[] bytes) {
                    System.out.println("writing");
                    Files.write(Path.of(folder), bytes);
                  }
                }
                class Tool {
                  public static void main(String[] args) {
                    new FileOutputStream("/var/x").close();
                  }
                }
                """))
        .containsExactly(
            "LOCAL_FILE FileOutputStream: new FileOutputStream",
            "LOCAL_FILE Files: Files.write",
            "LOCAL_FILE Files: Files.write at a place that its caller gives",
            "LOCAL_FILE Files: Files.write",
            "LOCAL_FILE MultipartFile: MultipartFile.transferTo",
            "LOCAL_FILE PrintWriter: new PrintWriter");
  }

  @Test
  void whatDependsOnWhoUsesAMethodThatWritesAFileIsGuessed() {
    String java =
        """
        import java.io.File;
        import java.nio.file.Files;
        import java.nio.file.Path;
        class Writer {
          String folder;
          void prints(byte[] bytes) {
            System.out.println("writing");
            Files.write(Path.of(folder), bytes);
          }
          void open(File where, byte[] bytes) { Files.write(where.toPath(), bytes); }
          void known(File where, byte[] bytes) { Files.write(where.toPath(), bytes); }
          void temporary(Path where, byte[] bytes) { Files.write(where, bytes); }
          void byHand(Path where, byte[] bytes) { Files.write(where, bytes); }
          void built(byte[] bytes) {
            StringBuilder path = new StringBuilder();
            path.append(folder).append("/x");
            Files.write(Path.of(path.toString()), bytes);
          }
          void builtOfTheName(String name, byte[] bytes) {
            StringBuilder path = new StringBuilder();
            path.append(name).append(folder);
            Files.write(Path.of(path.toString()), bytes);
          }
        }
        @org.springframework.stereotype.Service class Bean {
          void said(byte[] bytes) {
            System.out.println("writing");
            Files.write(Path.of("/var/x"), bytes);
          }
        }
        class User {
          Writer writer; String folder;
          void keeps(byte[] bytes) { passes(new File(folder, "a"), bytes); }
          void passes(File where, byte[] bytes) { writer.known(where, bytes); }
          void drops(byte[] bytes) { writer.temporary(Files.createTempFile("a", "b"), bytes); }
        }
        class Tool {
          public static void main(String[] args) {
            new Writer().byHand(Path.of("/var/x"), new byte[0]);
          }
        }
        """;

    assertThat(facts(new CodeTraits(), java).traits())
        .extracting(each -> each.method() + ": " + each.detail() + " " + each.certainty())
        .containsExactly(
            "said: Files.write INFERRED",
            "prints: Files.write GUESSED",
            "open: Files.write at a place that its caller gives GUESSED",
            "keeps: Files.write by Writer.known INFERRED",
            "built: Files.write INFERRED",
            "builtOfTheName: Files.write at a place that its caller gives GUESSED");
  }

  @Test
  void threadsThatNobodyWaitsForAndPoolsThatStayAreOnesOwn() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import java.util.concurrent.ExecutorService;
                import java.util.concurrent.Executors;
                import jakarta.annotation.PostConstruct;
                import org.springframework.context.annotation.Bean;
                class A {
                  ExecutorService pool = Executors.newFixedThreadPool(2);
                  ExecutorService later;
                  @PostConstruct
                  void begin() {
                    new Thread(this::work).start();
                  }
                  void make() {
                    later = Executors.newCachedThreadPool();
                    new Worker().start();
                  }
                  void work() {
                    ExecutorService own = Executors.newSingleThreadExecutor();
                    own.shutdown();
                    Thread awaited = new Thread(this::make);
                    awaited.start();
                    awaited.join();
                    Runtime.getRuntime().addShutdownHook(new Thread(this::make));
                  }
                  @Bean
                  ExecutorService scheduler() {
                    return Executors.newScheduledThreadPool(2);
                  }
                }
                class Worker extends Thread {}
                class Tool {
                  public static void main(String[] args) {
                    new Thread(() -> {}).start();
                  }
                }
                """))
        .containsExactly(
            "OWN_THREAD Thread: a thread that the start of the program starts",
            "OWN_THREAD Worker: a thread",
            "OWN_THREAD newCachedThreadPool: a pool of threads: Executors.newCachedThreadPool",
            "OWN_THREAD newFixedThreadPool: a pool of threads: Executors.newFixedThreadPool");
  }

  @Test
  void methodsThatOnlyHandOutWhatAFieldOrAContainerHoldsAreTold() {
    FactCollector facts =
        facts(
            new CodeTraits(),
            """
            import org.springframework.context.ApplicationContext;
            interface Orders { void ship(); }
            class Order { String name; String getName() { return name; } }
            abstract class Locator {
              static ApplicationContext context;
              abstract Orders orders();
              static Locator found() { return bean("locator", Locator.class); }
              static <T> T bean(String name, Class<T> type) {
                T found = null;
                try {
                  found = context.getBean(name, type);
                } catch (RuntimeException none) {
                  found = (T) context.getBean(name);
                }
                return found;
              }
            }
            class Single {
              private static Single one;
              static Single one() {
                if (one == null) {
                  one = new Single();
                }
                return one;
              }
              void work() {}
            }
            class Shop extends Locator {
              private Orders orders;
              private Order last;
              private int asked;
              Orders orders() { return orders; }
              Order last() { return last; }
              Orders counted() { asked = asked + 1; return orders; }
              Orders opened() { orders.ship(); return orders; }
              Orders made() { return new Orders() { public void ship() {} }; }
              Orders of(Orders given) { return given; }
            }
            """);

    assertThat(
            facts.traits().stream()
                .map(each -> each.className() + "." + each.method() + " " + each.name()))
        .containsExactlyInAnyOrder(
            "Locator.found Locator", "Locator.bean ", "Single.one Single", "Shop.orders Orders");
  }

  @Test
  void pollersOfSpringIntegrationAreTimers() {
    resource(
        "",
        "context.xml",
        """
        <beans xmlns="http://www.springframework.org/schema/beans" xmlns:ftp="ftp" xmlns:jdbc="jdbc" xmlns:int="int">
          <ftp:inbound-channel-adapter channel="shipments" remote-directory="/in">
            <int:poller fixed-rate="${rate}"/>
          </ftp:inbound-channel-adapter>
          <jdbc:inbound-channel-adapter channel="mails" query="select * from mails">
            <int:poller fixed-rate="${rate}"/>
          </jdbc:inbound-channel-adapter>
          <ftp:inbound-channel-adapter channel="asked" remote-directory="/in"/>
        </beans>
        """);

    assertThat(traits(new SettingTraits(), "class A {}"))
        .containsExactly(
            "TIMER mails: a query is polled for channel mails",
            "TIMER shipments: a folder of files is polled for channel shipments");
  }

  @Test
  void whatIsPolledIsTheJobOfWhoIsGivenIt() {
    resource(
        "",
        "polled.xml",
        """
        <beans xmlns:ftp="ftp" xmlns:int="int">
          <bean id="budgets" class="A"/>
          <ftp:inbound-channel-adapter channel="files" remote-directory="/in">
            <int:poller fixed-rate="5"/>
          </ftp:inbound-channel-adapter>
          <int:transformer input-channel="files" output-channel="rows"/>
          <ftp:inbound-channel-adapter channel="orders" remote-directory="/in">
            <int:poller fixed-rate="5"/>
          </ftp:inbound-channel-adapter>
          <int:inbound-channel-adapter channel="own" ref="budgets" method="next">
            <int:poller fixed-rate="5"/>
          </int:inbound-channel-adapter>
        </beans>
        """);
    resource(
        "",
        "served.xml",
        """
        <beans xmlns:int="int">
          <int:chain input-channel="rows">
            <int:service-activator ref="budgets" method="process"/>
          </int:chain>
        </beans>
        """);
    String java =
        "import org.springframework.integration.annotation.ServiceActivator;"
            + " class A { void process(Object o) {} Object next() { return null; } }"
            + " class B { @ServiceActivator(inputChannel = \"orders\") void on(Object o) {} }";

    assertThat(facts(new SettingTraits(), java).traits())
        .extracting(each -> each.className() + "." + each.method() + ": " + each.detail())
        .containsExactly(
            "A.process: a folder of files is polled for channel files",
            "B.on: a folder of files is polled for channel orders");
  }

  @Test
  void aSchemaOfAComputedNameIsASwitchAndOneInTheCodeIsNot() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import java.sql.Connection;
                import java.sql.Statement;
                class A {
                  static final String OURS = "ours";
                  void a(Connection connection, Statement statement, String tenant) throws Exception {
                    connection.setSchema(tenant);
                    connection.setSchema(OURS);
                    statement.execute("SET search_path TO " + tenant + ", public");
                    statement.execute(String.format("use `%s`", tenant));
                    statement.execute("set search_path to " + OURS);
                    statement.execute("update use set x = " + tenant);
                  }
                  void setSchema(Connection delegate, String schema) throws Exception {
                    delegate.setSchema(schema);
                  }
                }
                """))
        .containsExactly(
            "SCHEMA_SWITCH execute: runs 'SET search_path TO' and a computed name",
            "SCHEMA_SWITCH execute: runs 'use `' and a computed name",
            "SCHEMA_SWITCH setSchema: Connection.setSchema of a computed name");
  }

  @Test
  void idsWithoutASourceOfTheirOwnComeFromThatOfTheMapper() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import javax.persistence.*;
                @MappedSuperclass class Base { @Id @GeneratedValue Long id; }
                @Entity class A extends Base {}
                class B extends Base {}
                @Entity class C {
                  @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) long getId() { return 1; }
                }
                @Entity class D { @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id; }
                @Entity class E { @Id @GeneratedValue(generator = "e") Long id; }
                @Entity class F { @Id @GeneratedValue java.util.UUID id; }
                @Entity class G {
                  @Id @GeneratedValue(generator = "g")
                  @org.hibernate.annotations.GenericGenerator(name = "g", strategy = "increment")
                  Long id;
                }
                """))
        .containsExactly(
            "DEFAULT_ID_SOURCE hibernate_sequence: @GeneratedValue of javax.persistence without a"
                + " generator",
            "DEFAULT_ID_SOURCE hibernate_sequence: @GeneratedValue of javax.persistence without a"
                + " generator",
            "COUNTED_ID increment: @GenericGenerator of 'increment'");
  }

  @Test
  void eclipseLinkTakesIdsFromItsOwnTableAndSequence() {
    resource(
        "",
        "src/main/resources/META-INF/persistence.xml",
        """
        <persistence><persistence-unit name="p">
          <provider>org.eclipse.persistence.jpa.PersistenceProvider</provider>
        </persistence-unit></persistence>
        """);

    assertThat(
            traits(
                new CodeTraits(),
                """
                import jakarta.persistence.*;
                @Entity class A { @Id @GeneratedValue Long id; }
                @Entity class B { @Id @GeneratedValue(strategy = GenerationType.TABLE) Long id; }
                @Entity class C { @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id; }
                @Entity class D { @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id; }
                """))
        .containsExactly(
            "DEFAULT_ID_SOURCE SEQUENCE: @GeneratedValue of jakarta.persistence without a"
                + " generator, by EclipseLink",
            "DEFAULT_ID_SOURCE SEQUENCE: @GeneratedValue of jakarta.persistence without a"
                + " generator, by EclipseLink",
            "DEFAULT_ID_SOURCE SEQ_GEN_SEQUENCE: @GeneratedValue of jakarta.persistence without a"
                + " generator, by EclipseLink");
  }

  @Test
  void generatorsOfMappingFilesAreReadWithTheirClass() {
    resource(
        "",
        "src/main/resources/A.hbm.xml",
        """
        <hibernate-mapping package="a">
          <class name="Order"><id name="id"><generator class="native"/></id></class>
          <class name="Item"><id name="id"><generator class="increment"/></id></class>
          <class name="Own"><id name="id"><generator class="sequence"><param name="sequence">s</param></generator></id></class>
          <class name="Given"><id name="id"><generator class="assigned"/></id></class>
        </hibernate-mapping>
        """);

    assertThat(traits(new SettingTraits(), "class A {}"))
        .containsExactly(
            "DEFAULT_ID_SOURCE hibernate_sequence: <generator class=\"native\">",
            "COUNTED_ID increment: <generator class=\"increment\">");
  }

  @Test
  void whatWritesDataOrOnlyHowItWentIsNoPage() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import org.springframework.web.bind.annotation.*;
                import org.springframework.web.servlet.ModelAndView;
                @org.springframework.stereotype.Controller
                class A {
                  Other other;
                  @GetMapping({"/a.json", "/a.xml"}) ModelAndView byPath() { return other.view(); }
                  @GetMapping("/status") ModelAndView status() { return Status.of(200); }
                  @GetMapping("/data") ModelAndView data() { return new ModelAndView(new MyJsonView()); }
                  @RequestMapping(value = "/up", method = RequestMethod.POST)
                  ModelAndView upload(boolean x) { return x ? other.view() : Status.of(201); }
                  @GetMapping("/open") ModelAndView open(boolean x) {
                    return x ? other.view() : Status.of(201);
                  }
                  @PostMapping("/form") ModelAndView form(boolean x) {
                    return x ? new ModelAndView("form") : Status.of(201);
                  }
                  @PostMapping("/unknown") ModelAndView unknown() { return other.view(); }
                }
                interface Other { ModelAndView view(); }
                class MyJsonView {}
                class Status {
                  static ModelAndView of(int code) {
                    return new ModelAndView(new ResponseCodeView(code));
                  }
                }
                class ResponseCodeView { ResponseCodeView(int code) {} }
                """))
        .containsExactly(
            "PAGE A.form: renders a page",
            "PAGE A.open: renders a page",
            "PAGE A.unknown: renders a page",
            "TEMPLATE form: renders form");
  }

  @Test
  void aControllerThatReturnsANameRendersAPage() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import org.springframework.stereotype.Controller;
                import org.springframework.web.bind.annotation.*;
                @Controller
                class A {
                  org.springframework.context.MessageSource texts;
                  @GetMapping("/a") String page(boolean x) { return x ? "a" : "redirect:/b"; }
                  @GetMapping("/b") @ResponseBody String body() { return "b"; }
                  @GetMapping("/c") org.springframework.web.servlet.ModelAndView shown(String name) {
                    texts.getMessage("k", null, null);
                    java.util.ResourceBundle.getBundle("labels");
                    java.util.ResourceBundle.getBundle(name);
                    return new org.springframework.web.servlet.ModelAndView("c/show");
                  }
                  @PostMapping("/d") String done() { return "redirect:/a"; }
                  @GetMapping("/e") org.springframework.web.servlet.ModelAndView data() {
                    return new org.springframework.web.servlet.ModelAndView("jsonView");
                  }
                  String helper() { return ""; }
                }
                """))
        .containsExactly(
            "PAGE A.page: renders a page",
            "PAGE A.shown: renders a page",
            "TEMPLATE a: renders a",
            "TEMPLATE c/show: renders c/show",
            "MESSAGES labels: reads the bundle labels",
            "MESSAGES messages: asks the message source");
  }

  @Test
  void settingsAndXmlSayWhichCachesAndToolsThereAre() {
    resource(
            "",
            "src/main/resources/application.properties",
            """
            spring.flyway.locations=classpath:db
            hibernate.cache.use_second_level_cache=true
            hibernate.cache.use_query_cache=false
            server.port=1
            """)
        .resource("", "src/main/resources/ehcache.xml", "<ehcache><cache name='prices'/></ehcache>")
        .resource(
            "",
            "src/main/webapp/WEB-INF/app.xml",
            "<beans><bean class='org.springframework.transaction.jta.JtaTransactionManager'/>"
                + "<bean class='com.acme.Other'/></beans>")
        .resource("", "src/main/resources/broken.xml", "<beans><bean");

    assertThat(traits(new SettingTraits(), "class A {}"))
        .containsExactly(
            "CACHE prices: a cache of Ehcache",
            "SECOND_LEVEL_CACHE hibernate.cache.use_second_level_cache:"
                + " hibernate.cache.use_second_level_cache = true",
            "DISTRIBUTED_TRANSACTION JtaTransactionManager: a bean of JtaTransactionManager",
            "MIGRATION_TOOL Flyway: spring.flyway.locations = classpath:db");
  }

  @Test
  void projectFilesSayWhatTheBuildNeeds() {
    resource(
            "",
            "pom.xml",
            """
            <project><artifactId>root</artifactId>
              <parent><groupId>com.acme</groupId><artifactId>base</artifactId><version>1</version></parent>
              <repositories><repository><id>own</id><url>https://u:p@nexus.acme.com/m2</url></repository>
                <repository><id>c</id><url>https://repo1.maven.org/maven2</url></repository></repositories>
              <profiles><profile><id>oracle</id><modules/></profile>
                <profile><id>plain</id><properties/></profile></profiles>
            </project>
            """)
        .resource(
            "web",
            "web/pom.xml",
            """
            <project><artifactId>web</artifactId><parent><artifactId>root</artifactId></parent>
              <dependencies>
                <dependency><artifactId>core</artifactId></dependency>
                <dependency><groupId>g</groupId><artifactId>other</artifactId><version>1-SNAPSHOT</version></dependency>
                <dependency><artifactId>lombok</artifactId></dependency>
              </dependencies>
            </project>
            """)
        .resource("core", "core/pom.xml", "<project><artifactId>core</artifactId></project>");

    assertThat(traits(new BuildTraits(), "class A {}"))
        .containsExactly(
            "ANNOTATION_PROCESSOR lombok: dependency lombok",
            "BUILD_PROFILE oracle: profile oracle changes modules",
            "REPOSITORY nexus.acme.com: repository own",
            "OUTSIDE_PARENT com.acme:base: parent com.acme:base:1",
            "SNAPSHOT_DEPENDENCY g:other: dependency other 1-SNAPSHOT",
            "MODULE_USE core: web uses core");
  }

  @Test
  void buildsOfGradleAreReadByTheirLines() {
    resource(
            "",
            "build.gradle",
            """
            // annotationProcessor 'org.projectlombok:lombok'
            dependencies {
              annotationProcessor 'org.mapstruct:mapstruct-processor:1.5'
              implementation project(':core')
              testImplementation project(':test')
            }
            """)
        .resource("core", "core/build.gradle", "");

    assertThat(traits(new GradleTraits(), "class A {}"))
        .containsExactly(
            "ANNOTATION_PROCESSOR mapstruct-processor: processor mapstruct-processor",
            "MODULE_USE core: the root uses core");
  }

  @Test
  void whatInitializersHandOnToRunLaterIsNoStart() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import java.util.*;
                class A {
                  static final Map<String, Integer> LATER = new HashMap<>();
                  static final Map<String, Integer> NAMED = new HashMap<>();
                  static final Runnable RELOAD = () -> reload();
                  static final Runnable REFRESH = A::refresh;
                  private static void reload() { LATER.put("a", 1); }
                  private static void refresh() { NAMED.put("a", 1); }
                }
                """))
        .containsExactly(
            "STATIC_STATE A.LATER: a static collection that is written",
            "STATIC_STATE A.NAMED: a static collection that is written");
  }

  @Test
  void aMethodThatCallsItselfAddsNoPlaceAndAFieldsValueIsACallerToo() {
    String java =
        """
        import java.io.File;
        import java.nio.file.*;
        class Copies {
          static void copy(File from, File to) {
            for (File each : from.listFiles()) { copy(each, new File(to, each.getName())); }
            Files.copy(from.toPath(), to.toPath());
          }
          static boolean note(Path where) { Files.writeString(where, "x"); return true; }
        }
        class User {
          static final boolean NOTED = Copies.note(Path.of("/var/noted"));
          void passing(File from) { Copies.copy(from, new File("/tmp/x")); }
        }
        """;

    assertThat(facts(new CodeTraits(), java).traits())
        .extracting(each -> each.className() + each.method() + ": " + each.detail())
        .containsExactly("User: Files.writeString by Copies.note");
  }

  @Test
  void aTimerOfSeveralClassesIsAJobOfEach() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import java.util.concurrent.*;
                abstract class Task implements Runnable {
                  void start(ScheduledExecutorService pool) {
                    pool.scheduleAtFixedRate(this, 1, 2, TimeUnit.HOURS);
                  }
                }
                class Mails extends Task { public void run() {} }
                class Bills extends Task { public void run() {} }
                """))
        .containsExactly(
            "TIMER Bills.run: ScheduledExecutorService.scheduleAtFixedRate",
            "TIMER Mails.run: ScheduledExecutorService.scheduleAtFixedRate");
  }
}
