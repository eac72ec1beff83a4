package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.ReferenceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class WiringTest {
  private static final String SPRING =
      "import org.springframework.stereotype.*;\n"
          + "import org.springframework.beans.factory.annotation.*;\n";

  private static List<String> wired(String... java) {
    Fixture fixture = new Fixture();
    for (String each : java) {
      fixture.java(each);
    }
    return fixture.references(ReferenceKind.WIRED, new Injections());
  }

  @Test
  void anInterfaceOfALibraryLeadsToTheClassInItsPackageThatImplementsIt() {
    assertThat(
            wired(
                "package com.acme.api; class DefaultPorts implements Ports { public void run() {} }",
                """
                import com.acme.api.Ports;
                class User { @javax.inject.Inject Ports ports; void all() { ports.run(); } }
                """))
        .containsExactly(
            "app.User.all -> com.acme.api.DefaultPorts",
            "app.User.ports -> com.acme.api.DefaultPorts");
  }

  @Test
  void modulesOfGuiceSayWhichClassIsPutIn() {
    String types =
        """
        interface Store {} class Disk implements Store {} class Cloud implements Store {}
        interface Clock {} class Sun implements Clock {} class Quartz implements Clock {}
        class Quartzes implements com.google.inject.Provider<Clock> {
          public Clock get() { return new Quartz(); }
        }
        interface Mail {} class Post implements Mail {} class Pigeon implements Mail {}
        class User {
          @com.google.inject.Inject Store store;
          @javax.inject.Inject Clock clock;
          @com.google.inject.Inject @com.google.inject.name.Named("quick") Mail mail;
        }
        """;
    assertThat(
            wired(
                types,
                """
                import com.google.inject.*;
                import com.google.inject.name.Names;
                class Module extends AbstractModule {
                  protected void configure() {
                    bind(Store.class).to(Cloud.class).in(Singleton.class);
                    bind(Clock.class).toProvider(Quartzes.class);
                    bind(Mail.class).annotatedWith(Names.named("quick")).to(Pigeon.class);
                    bind(Mail.class).toInstance(new Post());
                  }
                }
                """))
        .containsExactly(
            "app.User.clock -> app.Quartz",
            "app.User.mail -> app.Pigeon",
            "app.User.store -> app.Cloud");
    assertThat(
            wired(
                types,
                """
                class One extends com.google.inject.AbstractModule {
                  protected void configure() { bind(Store.class).to(Cloud.class); }
                }
                class Two extends com.google.inject.AbstractModule {
                  protected void configure() { bind(Store.class).to(Disk.class); }
                }
                class Other {
                  Other bind(Class<?> c) { return this; }
                  void to(Class<?> c) {}
                  void go() { bind(Clock.class).to(Disk.class); }
                }
                """))
        .as("two modules differ, and what is no implementation is not bound")
        .isEmpty();
  }

  @Test
  void providersSetsFactoriesAndBindersOfHk2AreBindings() {
    assertThat(
            wired(
                """
                interface Parser {} class Aws implements Parser {} class Gcp implements Parser {}
                interface Job {} class Night implements Job {} class Day implements Job {}
                interface Rule {} class Strict implements Rule {} class Lax implements Rule {}
                interface Bus {} class Local implements Bus {} class Far implements Bus {}
                @com.google.inject.ImplementedBy(Tall.class)
                interface Tree {} class Tall implements Tree {} class Small implements Tree {}
                class User {
                  @javax.inject.Inject java.util.Set<Parser> parsers;
                  @javax.inject.Inject Job job;
                  @javax.inject.Inject Rule rule;
                  @javax.inject.Inject Bus bus;
                  @javax.inject.Inject Tree tree;
                }
                """,
                """
                import com.google.inject.*;
                import com.google.inject.multibindings.*;
                import com.google.inject.assistedinject.FactoryModuleBuilder;
                class Module extends AbstractModule {
                  interface Factory { Job job(String name); }
                  protected void configure() {
                    Multibinder<Parser> parsers = Multibinder.newSetBinder(binder(), Parser.class);
                    parsers.addBinding().to(Aws.class);
                    install(new FactoryModuleBuilder()
                        .implement(Job.class, Night.class).build(Factory.class));
                  }
                  @Provides Rule rule() { return new Strict(); }
                }
                class Binder extends org.glassfish.hk2.utilities.binding.AbstractBinder {
                  protected void configure() { bind(Far.class).to(Bus.class); }
                }
                """))
        .containsExactly(
            "app.User.bus -> app.Far",
            "app.User.job -> app.Night",
            "app.User.parsers -> app.Aws",
            "app.User.rule -> app.Strict",
            "app.User.tree -> app.Tall");
  }

  @Test
  void qualifiersAlternativesAndProducersOfCdiDecide() {
    assertThat(
            wired(
                "@javax.inject.Qualifier @interface Fast {}",
                """
                import javax.enterprise.context.*;
                import javax.enterprise.inject.*;
                interface Store {}
                @ApplicationScoped @Fast class Memory implements Store {}
                @ApplicationScoped class Disk implements Store {}
                @ApplicationScoped @Alternative class Fake implements Store {}
                interface Clock {} class Sun implements Clock {} class Quartz implements Clock {}
                class Making { @Produces Clock clock() { return new Sun(); } }
                class User {
                  @javax.inject.Inject Store usual;
                  @javax.inject.Inject @Fast Store fast;
                  @javax.inject.Inject Clock clock;
                  @javax.inject.Inject Instance<Store> any;
                }
                """))
        .containsExactly(
            "app.User.any -> app.Disk",
            "app.User.clock -> app.Sun",
            "app.User.fast -> app.Memory",
            "app.User.usual -> app.Disk");
  }

  @Test
  void listsHoldAllBeansAndNamesOfFieldsDecideLast() {
    assertThat(
            wired(
                SPRING
                    + """
                    interface Step {}
                    @Component class First implements Step {}
                    @Component class Second implements Step {}
                    class NoBean implements Step {}
                    @Component class Steps {
                      @Autowired java.util.Map<String, Step> all;
                      @Autowired Step second;
                      @Autowired Step which;
                    }
                    """))
        .containsExactly(
            "app.Steps.all -> app.First",
            "app.Steps.all -> app.Second",
            "app.Steps.second -> app.Second");
  }

  @Test
  void whatCodeAsksForIsWired() {
    assertThat(
            wired(
                SPRING
                    + """
                    import org.springframework.context.ApplicationContext;
                    interface Store {} @Service("disk") class Disk implements Store {}
                    interface Clock {} @Service class Sun implements Clock {}
                    interface Plain {} class Unbound implements Plain {}
                    class Locator { static <T> T find(Class<? extends T> c) { return null; } }
                    class User {
                      ApplicationContext context;
                      Object byName() { return context.getBean("disk"); }
                      Clock byType() { return context.getBean(Clock.class); }
                      void located() { Locator.find(Clock.class); }
                      Plain none() { return context.getBean(Plain.class); }
                      Object text(java.util.Map<String, Object> m) { return m.get("disk"); }
                    }
                    """))
        .containsExactly(
            "app.User.byName -> app.Disk",
            "app.User.byType -> app.Sun",
            "app.User.located -> app.Sun");
  }

  @Test
  void enterpriseBeansOfDescriptorsAreFoundByTheirNames() {
    assertThat(
            new Fixture()
                .resource(
                    "",
                    "META-INF/ejb-jar.xml",
                    """
                    <ejb-jar><enterprise-beans>
                      <session><ejb-name>Big</ejb-name><ejb-class>app.BigBean</ejb-class></session>
                      <session><ejb-name>Tiny</ejb-name><ejb-class>app.TinyBean</ejb-class></session>
                    </enterprise-beans></ejb-jar>
                    """)
                .java(
                    """
                    import javax.ejb.EJB;
                    interface Orders {} class BigBean implements Orders {}
                    class TinyBean implements Orders {}
                    class User {
                      @EJB(beanName = "Tiny") Orders tiny;
                      @EJB(lookup = "java:global/shop/Big!app.Orders") Orders big;
                      @EJB Orders which;
                      void find(javax.naming.InitialContext context) throws Exception {
                        context.lookup("java:module/Big");
                      }
                    }
                    """)
                .references(ReferenceKind.WIRED, new Injections()))
        .containsExactly(
            "app.User.big -> app.BigBean",
            "app.User.find -> app.BigBean",
            "app.User.tiny -> app.TinyBean");
  }

  @Test
  void aBinderOfWhichNothingIsKnownBindsWhatItIsGiven() {
    assertThat(
            wired(
                """
                interface Bus {} class Local implements Bus {} class Far implements Bus {}
                class User { @javax.inject.Inject Bus bus; }
                class Module extends com.google.inject.AbstractModule {
                  protected void configure() {
                    other.Binders.make(binder(), Bus.class).setDefault().to(Far.class);
                    unknown().addBinding().toInstance(new Object());
                    bind().to(); addBinding().to(); setDefault().toProvider(null);
                  }
                }
                """))
        .containsExactly("app.User.bus -> app.Far");
  }
}
