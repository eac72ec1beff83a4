package dev.msvc.analyzers.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.model.Analysis;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.Budget;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Forecast;
import dev.msvc.model.MethodFact;
import dev.msvc.model.TypeFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastsTest {
  @Test
  void aCallAcrossInALoopOfAnOwnMethodIsRepeated(@TempDir Path folder) throws IOException {
    write(
        folder,
        "A",
        "@org.springframework.web.bind.annotation.RestController class A { B b;"
            + " @org.springframework.web.bind.annotation.GetMapping(\"/a\") void all() { own(); }"
            + " void own() { for (int i = 0; i < 9; i++) { b.run(); } } }");
    write(folder, "B", "class B { C c; void run() { c.run(); } }");
    write(folder, "C", "class C { void run() {} }");
    ContextMap map = twoContexts(folder, "a.B", "a.C");

    Forecast forecast = new Forecasts(map).of(List.of("two"), List.of());

    assertThat(forecast.requests()).isEqualTo(1);
    assertThat(forecast.calls()).isEqualTo(1);
    assertThat(forecast.repeated()).isEqualTo(1);
    assertThat(forecast.worst().get(0).crossings().get(0).what()).isEqualTo("A.own -> B.run");
  }

  @Test
  void dataThatIsHandedAboutIsCopiedWhateverItReckons(@TempDir Path folder) throws IOException {
    write(
        folder,
        "A",
        "@org.springframework.web.bind.annotation.RestController class A {"
            + " @org.springframework.web.bind.annotation.GetMapping(\"/a\")"
            + " void all(Cart cart, Priced priced, Till till, Desk desk)"
            + " { cart.total(); priced.price(); till.count(); till.getCoins(); desk.pay(); } }");
    write(
        folder,
        "Item",
        "class Item implements Priced { int price; public int price() { return price; } }");
    write(folder, "Priced", "interface Priced { int price(); }");
    write(
        folder,
        "Cart",
        "class Cart { java.util.List<Item> items; int total() { return items.get(0).price(); } }");
    write(
        folder,
        "Till",
        "class Till { int coins; Desk desk; int count() { return coins; } int getCoins() { return coins; } }");
    write(
        folder,
        "Desk",
        "@org.springframework.stereotype.Service class Desk { int open; void pay() {} }");

    Forecast forecast =
        new Forecasts(twoContexts(folder, "a.Item", "a.Priced", "a.Cart", "a.Till", "a.Desk"))
            .of(List.of("two"), List.of());

    assertThat(forecast.worst().get(0).crossings())
        .extracting(Forecast.Crossing::what)
        .containsExactly("A.all -> Desk.pay", "A.all -> Till.count");
  }

  @Test
  void anInterfaceRunsWhereWhatImplementsItIs(@TempDir Path folder) throws IOException {
    write(
        folder,
        "A",
        "@org.springframework.web.bind.annotation.RestController class A { Port port; Mail mail;"
            + " @org.springframework.web.bind.annotation.GetMapping(\"/a\") void all()"
            + " { port.run(); mail.send(); mail.send(); } }");
    write(folder, "Port", "interface Port { void run(); }");
    write(
        folder,
        "Adapter",
        "@org.springframework.stereotype.Service class Adapter implements Port { public void run() {} }");
    write(folder, "Mail", "interface Mail { void send(); }");
    write(
        folder,
        "Sender",
        "@org.springframework.stereotype.Service class Sender implements Mail { public void send() {} }");

    // Adapter is on the caller's side, though its interface is not; with Mail it is the other way
    ContextMap map =
        twoContexts(folder, List.of("a.A", "a.Adapter", "a.Mail"), "a.Port", "a.Sender");

    assertThat(new Forecasts(map).of(List.of("two"), List.of()).worst().get(0).crossings())
        .extracting(Forecast.Crossing::what)
        .containsExactly("A.all -> Mail.send");
  }

  @Test
  void anInterfaceOfAnEntityIsDataThoughAWrapperImplementsItToo(@TempDir Path folder)
      throws IOException {
    write(
        folder,
        "A",
        "@org.springframework.web.bind.annotation.RestController class A {"
            + " @org.springframework.web.bind.annotation.GetMapping(\"/a\")"
            + " void all(Item item, Port port) { item.name(); port.name(); } }");
    write(folder, "Item", "interface Item { String name(); }");
    write(
        folder,
        "ItemRow",
        "@jakarta.persistence.Entity class ItemRow implements Item {"
            + " @jakarta.persistence.Id Long id; public String name() { return \"\"; } }");
    write(
        folder,
        "Wrapper",
        "class Wrapper implements Item { Item item; Desk desk;"
            + " public String name() { return desk.told(item.name()); } }");
    write(folder, "Port", "interface Port { String name(); }");
    write(
        folder,
        "Desk",
        "@org.springframework.stereotype.Service class Desk implements Port {"
            + " String told(String name) { return name; } public String name() { return \"\"; } }");
    ContextMap map = twoContexts(folder, "a.Item", "a.ItemRow", "a.Wrapper", "a.Desk", "a.Port");

    assertThat(new Forecasts(map).of(List.of("two"), List.of()).worst().get(0).crossings())
        .extracting(Forecast.Crossing::what)
        .containsExactly("A.all -> Port.name", "Wrapper.name -> Desk.told");
  }

  @Test
  void toolsOfStaticMethodsAreCopied(@TempDir Path folder) throws IOException {
    write(
        folder,
        "A",
        "@org.springframework.web.bind.annotation.RestController class A {"
            + " @org.springframework.web.bind.annotation.GetMapping(\"/a\") void all()"
            + " { Names.of(1); Clock.now(); new Desk().pay(); } }");
    write(
        folder,
        "Names",
        "final class Names { static final String X = \"x\"; static String of(int x) { return X + x; } }");
    write(
        folder,
        "Clock",
        "class Clock { static Desk desk = new Desk(); static long now() { return 1; } }");
    write(folder, "Desk", "class Desk { void pay() { System.out.println(); } }");

    assertThat(
            new Forecasts(twoContexts(folder, "a.Names", "a.Clock", "a.Desk"))
                .of(List.of("two"), List.of())
                .worst()
                .get(0)
                .crossings())
        .extracting(Forecast.Crossing::what)
        .containsExactly("A.all -> Clock.now", "A.all -> Desk.pay");
  }

  @Test
  void aCallOfALibrarysInterfaceRunsTheOneClassThatImplementsIt(@TempDir Path folder)
      throws IOException {
    write(
        folder,
        "A",
        "@org.springframework.web.bind.annotation.RestController class A {"
            + " @javax.inject.Inject lib.Port port;"
            + " @org.springframework.web.bind.annotation.GetMapping(\"/a\") void all()"
            + " { for (int i = 0; i < 9; i++) { port.run(); port.above(); } } }");
    write(folder, "Base", "class Base { A back; public void above() { back.all(); } }");
    write(
        folder,
        "Own",
        "@org.springframework.stereotype.Service class Own extends Base implements lib.Port"
            + " { public void run() {} }");

    Forecast forecast =
        new Forecasts(twoContexts(folder, "a.Own", "a.Base")).of(List.of("two"), List.of());

    assertThat(forecast.worst().get(0).crossings())
        .extracting(Forecast.Crossing::what)
        .containsExactly("A.all -> Own.above", "A.all -> Own.run", "Own.above -> A.all");
    assertThat(forecast.repeated()).isEqualTo(3);
    assertThat(forecast.isKnown()).isTrue();
  }

  @Test
  void whereNoEntryPointThatIsSeenLeadsToACallAcrossTheCallsAreNotKnown(@TempDir Path folder)
      throws IOException {
    write(folder, "A", "class A { Own own; void all() { own.run(); } }");
    write(folder, "Own", "@org.springframework.stereotype.Service class Own { void run() {} }");
    write(folder, "Far", "class Far {}");

    Forecast forecast = new Forecasts(twoContexts(folder, "a.Own")).of(List.of("two"), List.of());
    Forecast none = new Forecasts(twoContexts(folder, "a.Far")).of(List.of("two"), List.of());

    assertThat(forecast.requests()).isZero();
    assertThat(forecast.isKnown()).isFalse();
    assertThat(forecast.unknown())
        .isEqualTo(
            "1 place calls across or is given a class from there, and no entry point that is seen"
                + " leads to it");
    assertThat(none.isKnown()).isTrue();
  }

  private static ContextMap twoContexts(Path folder, String... second) {
    return twoContexts(folder, List.of("a.A"), second);
  }

  private static ContextMap twoContexts(Path folder, List<String> first, String... second) {
    Analysis read = Monolith.analyze(folder, Progress.NONE);
    BoundedContext.Coupling none = new BoundedContext.Coupling(0, 0, 0, 0, 0, 0, 0);
    Decomposition two =
        new Decomposition(
            List.of(
                new BoundedContext("one", first, List.of(), List.of(), none),
                new BoundedContext("two", List.of(second), List.of(), List.of(), none)),
            List.of(),
            List.of(),
            List.of(),
            new TreeMap<>(),
            List.of());
    return new ContextMap(new Analysis(read.facts(), two, read.advice()));
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name + ".java"), "package a;\n" + text + "\n");
  }

  @Test
  void callsInLoopsAndOfOwnMethodsAreNoted(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("A.java"),
        """
        package a;
        class A {
          B b;
          void once() { b.run(); own(); }
          void own() {
            for (String each : java.util.List.of("x")) {
              b.run();
            }
          }
          void streamed(java.util.List<String> all) {
            all.forEach(each -> b.run());
          }
        }
        """);
    Files.writeString(folder.resolve("B.java"), "package a; class B { void run() {} }\n");

    TypeFact type =
        Monolith.analyze(folder, Progress.NONE).facts().types().stream()
            .filter(each -> each.name().equals("a.A"))
            .findFirst()
            .orElseThrow();

    assertThat(method(type, "once").ownCalls()).containsExactly("own");
    assertThat(method(type, "once").repeated()).isEmpty();
    assertThat(method(type, "own").repeated()).containsExactly(7);
    assertThat(method(type, "streamed").repeated()).containsExactly(11);
  }

  @Test
  void aBudgetNamesItsLimits() {
    assertThat(Budget.of("calls=5, transactions=0").limits())
        .containsEntry("calls", 5)
        .containsEntry("transactions", 0);
    assertThatThrownBy(() -> Budget.of("money=1"))
        .hasMessage(
            "'money=1' is no budget: say it as calls=5,transactions=0; there are calls, repeated,"
                + " lazy, transactions");
  }

  private static MethodFact method(TypeFact type, String name) {
    return type.methods().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
