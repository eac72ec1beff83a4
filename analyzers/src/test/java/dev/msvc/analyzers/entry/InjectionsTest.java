package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.ReferenceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class InjectionsTest {
  private static final String SPRING =
      "import org.springframework.stereotype.Service;\n"
          + "import org.springframework.beans.factory.annotation.*;\n";

  private static List<String> injected(String... java) {
    Fixture fixture =
        new Fixture().java("interface A {}").java("interface B {}").java("interface C {}");
    for (String each : java) {
      fixture.java(each);
    }
    return fixture.references(ReferenceKind.INJECTED, new Injections());
  }

  @Test
  void annotatedFieldsAndSettersAreInjected() {
    assertThat(
            injected(
                """
                import org.springframework.beans.factory.annotation.Autowired;
                import javax.inject.Inject;
                class Target {
                  @Autowired A a;
                  @Inject private String text;
                  @javax.ejb.EJB C c;
                  A plain;
                  @Autowired void setB(B b) {}
                  void setC(C c) {}
                }
                """))
        .containsExactly(
            "app.Target.a -> app.A", "app.Target.c -> app.C", "app.Target.setB -> app.B");
  }

  @Test
  void stereotypesAreBuiltThroughTheirOneConstructor() {
    assertThat(
            injected(
                "@org.springframework.stereotype.Service class One { One(A a, B b) {} }",
                "@org.springframework.stereotype.Service class Two { Two(A a) {} Two() {} }",
                "class Plain { Plain(A a) {} }",
                "@io.micronaut.http.annotation.Controller(\"/web\") class Web { Web(C c) {} }",
                """
                import org.springframework.beans.factory.annotation.Autowired;
                @org.springframework.stereotype.Service
                class Chosen { Chosen(A a) {} @Autowired Chosen(B b) {} }
                """))
        .containsExactly(
            "app.Chosen.<init> -> app.B",
            "app.One.<init> -> app.A",
            "app.One.<init> -> app.B",
            "app.Web.<init> -> app.C");
  }

  @Test
  void stereotypesCanBeTheProjectsOwn() {
    assertThat(
            injected(
                "@org.springframework.stereotype.Component @interface UseCase {}",
                "@UseCase class Pay { Pay(A a) {} }"))
        .containsExactly("app.Pay.<init> -> app.A");
  }

  @Test
  void lombokWritesConstructorsOfFinalFields() {
    assertThat(
            injected(
                """
                import lombok.*;
                import org.springframework.stereotype.Component;
                @Component @RequiredArgsConstructor
                class Required {
                  private final A a;
                  @NonNull private B b;
                  private C c;
                  private final C done = null;
                }
                """,
                """
                @org.springframework.stereotype.Component @lombok.AllArgsConstructor
                class All { A a; static B b; final C c; }
                """,
                "@lombok.RequiredArgsConstructor class NotABean { final A a; }"))
        .containsExactly(
            "app.All.<init> -> app.A",
            "app.All.<init> -> app.C",
            "app.Required.<init> -> app.A",
            "app.Required.<init> -> app.B");
  }

  @Test
  void beanMethodsAndContainersOfBeansInjectWhatTheyHold() {
    assertThat(
            injected(
                """
                import java.util.*;
                import org.springframework.context.annotation.*;
                import org.springframework.beans.factory.ObjectProvider;
                @Configuration class Config {
                  @Bean Object bean(List<A> all, Map<String, B> named,
                      ObjectProvider<List<C>> provider) { return null; }
                }
                """))
        .containsExactly(
            "app.Config.bean -> app.A", "app.Config.bean -> app.B", "app.Config.bean -> app.C");
  }

  @Test
  void anInterfaceOfALibraryLeadsToTheOneClassHereThatImplementsIt() {
    String api = "import org.bank.api.AccountApi;\nimport org.bank.api.Clock;\n";
    assertThat(
            new Fixture()
                .java(api + "class DefaultAccountApi implements AccountApi {}")
                .java(api + "class DayClock implements Clock {}")
                .java(api + "class NightClock implements Clock {}")
                .java("class Sorted implements java.util.Comparator<String> {}")
                .java(
                    api
                        + SPRING
                        + """
                        class Base {
                          @Autowired protected AccountApi accounts;
                          @Autowired Clock clock;
                          @Autowired java.util.Comparator<String> order;
                        }
                        """)
                .java("class Page extends Base { void show() { accounts.find(1); clock.now(); } }")
                .references(ReferenceKind.WIRED, new Injections()))
        .containsExactly(
            "app.Base.accounts -> app.DefaultAccountApi", "app.Page.show -> app.DefaultAccountApi");
  }

  @Test
  void theOneImplementationIsPutIn() {
    String types =
        SPRING
            + """
            interface Store {}
            @Service class DiskStore implements Store {}
            class NoBean implements Store {}
            @Service class Shop { @Autowired Store store; }
            """;
    assertThat(new Fixture().java(types).references(ReferenceKind.WIRED, new Injections()))
        .containsExactly("app.Shop.store -> app.DiskStore");
    assertThat(
            new Fixture()
                .java(types)
                .java(SPRING + "@Service class CloudStore implements Store {}")
                .references(ReferenceKind.WIRED, new Injections()))
        .as("which of two is not decided")
        .isEmpty();
    assertThat(
            new Fixture()
                .java(types)
                .java(SPRING + "@Service(\"cloud\") class CloudStore implements Store {}")
                .java(SPRING + "@Service class Named { Named(@Qualifier(\"cloud\") Store s) {} }")
                .references(ReferenceKind.WIRED, new Injections()))
        .as("a name decides")
        .containsExactly("app.Named.<init> -> app.CloudStore");
  }
}
