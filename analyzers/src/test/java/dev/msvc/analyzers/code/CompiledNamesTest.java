package dev.msvc.analyzers.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Types that the compiler puts into a class file though the source does not write them there. */
class CompiledNamesTest {
  @Test
  void aVariableThatCatchesSeveralTypesHasTheirCommonSuperclass() {
    assertThat(
            from(
                "a.Service",
                """
                package a;
                class Failure extends Exception { String code() { return ""; } }
                class NotFound extends Failure {}
                class Refused extends Failure {}
                class Lost extends Exception {}
                class Service {
                  void run() { try { go(); } catch (NotFound | Refused e) { e.code(); } }
                  void go() throws NotFound, Refused {}
                }
                """))
        .contains("EXCEPTION a.Failure", "CALL a.Failure.code");
    assertThat(
            from(
                "a.Service",
                """
                package a;
                class Failure extends Exception {}
                class NotFound extends Failure {}
                class Lost extends Exception {}
                class Service {
                  void run() { try { go(); } catch (NotFound | Lost e) { e.getMessage(); } }
                  void go() throws NotFound, Lost {}
                }
                """))
        .noneMatch(each -> each.contains("a.Failure"));
  }

  @Test
  void anInterfaceThatNarrowsAResultNamesTheWiderOne() {
    String[] units = {
      """
      package a;
      interface Log {}
      interface OrderLog extends Log {}
      interface Factory { Log create(); Log other(); }
      interface OrderFactory extends Factory { OrderLog create(); }
      interface Same extends Factory { Log other(); }
      """
    };

    assertThat(from("a.OrderFactory", units)).contains("SIGNATURE a.Log");
    assertThat(from("a.Same", units)).doesNotContain("SIGNATURE a.Log");
  }

  @Test
  void aPublicClassNamesWhatPublicMethodsOfAHiddenSuperclassName() {
    String[] units = {
      """
      package a;
      class Settings {}
      class Secret {}
      class Own {}
      abstract class Loader {
        public Settings settings() { return null; }
        Secret secret() { return null; }
        public Own own() { return null; }
        public final Secret last() { return null; }
      }
      public class PageLoader extends Loader { public Own own() { return null; } }
      """,
      "package a; public class DeepLoader extends PageLoader {}",
      "package a; class HiddenLoader extends Loader {}"
    };

    assertThat(from("a.PageLoader", units))
        .contains("SIGNATURE a.Settings")
        .noneMatch(each -> each.contains("Secret"));
    assertThat(from("a.DeepLoader", units)).noneMatch(each -> each.contains("Settings"));
    assertThat(from("a.HiddenLoader", units)).noneMatch(each -> each.contains("Settings"));
  }

  @Test
  void aLambdasBodyTellsWhichOverloadIsMeant() {
    assertThat(
            from(
                "a.Dao",
                """
                package a;
                interface Asked<T> { T with(Handle handle); }
                interface Told { void with(Handle handle); }
                class Handle { void run() {} int count() { return 0; } }
                class Handles {
                  <T> T use(Asked<T> asked) { return null; }
                  void use(Told told) {}
                }
                class Dao {
                  Handles handles;
                  void tell() { handles.use(handle -> { handle.run(); }); }
                }
                """))
        .contains("SIGNATURE a.Told")
        .doesNotContain("SIGNATURE a.Asked");
    assertThat(
            from(
                "a.Dao",
                """
                package a;
                interface Told { void with(Handle handle); }
                interface Asked<T> { T with(Handle handle); }
                class Handle { int count() { return 0; } }
                class Handles {
                  void use(Told told) {}
                  <T> T use(Asked<T> asked) { return null; }
                }
                class Dao {
                  Handles handles;
                  int ask() { return handles.use(handle -> { if (true) { return 1; } return handle.count(); }); }
                }
                """))
        .contains("SIGNATURE a.Asked")
        .doesNotContain("SIGNATURE a.Told");
  }

  @Test
  void anObjectOfAnUnknownLibraryIsNoText() {
    assertThat(
            from(
                "a.Reader",
                """
                package a;
                import org.parsers.*;
                interface Text {}
                class Rich implements Text {}
                abstract class Base {
                  Text read(String encoding) { return null; }
                  Rich read(Parser parser) { return null; }
                }
                class Reader extends Base {
                  void go() { read(new org.parsers.PdfParser()); }
                }
                """))
        .contains("SIGNATURE a.Rich");
  }

  private static List<String> from(String type, String... units) {
    return References.from(type, units);
  }
}
