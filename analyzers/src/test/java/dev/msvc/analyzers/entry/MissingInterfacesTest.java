package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Unread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Controllers whose interface is in no source. */
class MissingInterfacesTest {
  private static final String IMPORTS =
      """
      package com.acme.web;
      import com.acme.api.*;
      import com.acme.api.PetsApi;
      import com.acme.api.Pets;
      import com.acme.api.PetsApiDelegate;
      import org.springframework.stereotype.*;
      import org.springframework.web.bind.annotation.*;
      """;

  private final Fixture system = new Fixture();

  private FactCollector facts() {
    return system.facts(new SpringMvcRoutes(), new JaxRsResources());
  }

  private FactCollector told() {
    FactCollector facts = facts();
    system.run(facts, new MissingInterfaces());
    return facts;
  }

  @Test
  void aControllerOfAnInterfaceThatIsInNoSourceIsNamedWithWhatMayBeMissing() {
    system.java(
        IMPORTS
            + """
            @RestController class PetController implements PetsApi {
              @Override public Object list() { return null; }
              @Override public Object get(Long id) { return null; }
              @Override public String toString() { return ""; }
              @Override @GetMapping("/own") public Object own() { return null; }
              public Object help() { return null; }
              @Override protected Object inner() { return null; }
            }
            """);

    assertThat(told().unread())
        .containsExactly(
            new Unread(
                "/F0.java",
                8,
                "2 entry points may be missing: methods with @Override, and PetsApi is in no"
                    + " source; commit the document that it is made from and name that in"
                    + " inputSpec, or generate it into src/main/java"));
    assertThat(told().hidden()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@RestController class A implements Pets { @Override public Object a() { return null; } }",
        "@Controller class A extends B {} abstract class B implements PetsApi {"
            + " @Override public Object a() { return null; } }",
        "@jakarta.ws.rs.Path(\"a\") class A implements PetsApi {"
            + " @Override public Object a() { return null; } }",
        "@io.micronaut.http.annotation.Controller class A implements PetsApi {"
            + " @Override public Object a() { return null; } }",
        "@Service class A implements PetsApiDelegate {"
            + " @Override public Object a() { return null; } }",
        "@RestController class A implements org.other.ThingsApi {"
            + " @Override public Object a() { return null; } }"
      })
  void whateverMakesItAController(String code) {
    system.java(IMPORTS + code);

    assertThat(told().hidden()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Service class A implements Pets { @Override public Object a() { return null; } }",
        "@RestController class A implements PetsApi { public Object a() { return null; } }",
        "@RestController class A implements Own { @Override public Object a() { return null; } }"
            + " interface Own { Object a(); }",
        "@RestController class A implements PetsApi, Own {"
            + " @Override public Object a() { return null; } } interface Own { Object a(); }",
        "@RestController class A implements PetsApi, Runnable { @Override public void run() {} }",
        "@RestController class A implements org.other.Source {"
            + " @Override public Object a() { return null; } }",
        "@RestController abstract class A implements PetsApi {"
            + " @Override public Object a() { return null; } }",
        "@RestController class A extends com.acme.api.Base {"
            + " @Override public Object a() { return null; } }"
      })
  void whatIsNoneOrIsKnownIsNotNamed(String code) {
    system.java(IMPORTS + code);

    assertThat(told().unread()).isEmpty();
    assertThat(told().hidden()).isZero();
  }

  @Test
  void aLibraryWhosePackageBeginsAsTheSystemsIsNone() {
    system.java(
        """
        package org.springframework.samples.web;
        import org.springframework.stereotype.Controller;
        @Controller class A implements org.springframework.boot.Aware {
          @Override public void setThing(Object thing) {}
        }
        """);

    assertThat(told().unread()).isEmpty();
  }

  @Test
  void whatADocumentInTheTreeGivesARouteIsNotMissing() {
    system
        .resource("", "api.yaml", "openapi: 3.0.0\npaths: {/pets: {get: {operationId: list}}}")
        .java(
            IMPORTS
                + """
                @RestController class A implements PetsApi {
                  @Override public Object list() { return null; }
                  @Override public Object other() { return null; }
                }
                """);

    assertThat(told().entryPoints()).hasSize(1);
    assertThat(told().hidden()).isEqualTo(1);
  }
}
