package dev.msvc.analyzers.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PointcutParserTest {
  private static final CodeBase CODE =
      new Fixture()
          .java(
              """
              import org.aspectj.lang.annotation.Pointcut;
              @interface Marked {}
              interface Store { void save(String s); int count(); }
              @Marked class DiskStore implements Store {
                public void save(String s) {}
                public int count() { return 0; }
                @Marked public void saveAll(java.util.List l, int n) {}
              }
              class Points {
                @Pointcut("execution(* app.Store.save(..))") void saving() {}
                @Pointcut("saving() || bean(other)") void more() {}
              }
              """)
          .sources()
          .code();

  private static List<String> selected(String expression) {
    return selected(expression, Map.of());
  }

  private static List<String> selected(String expression, Map<String, String> named) {
    Pointcut pointcut = new PointcutParser(CODE, named).parse(expression, null);
    return pointcut == null ? List.of("not understood") : selected(pointcut);
  }

  private static List<String> selected(Pointcut pointcut) {
    JavaType bean = type("app.DiskStore");
    List<String> all = new ArrayList<>();
    for (JavaMethod each : bean.methods()) {
      List<JavaMethod> overridden = new ArrayList<>(List.of(each));
      overridden.addAll(type("app.Store").methods(each.name()));
      if (pointcut.matches(
          new Pointcut.Joinpoint(CODE, bean, each, overridden, Set.of("diskStore")))) {
        all.add(each.name());
      }
    }
    return all;
  }

  private static JavaType type(String name) {
    @Nullable JavaType type = CODE.project(name);
    if (type == null) {
      throw new IllegalStateException(name);
    }
    return type;
  }

  @Test
  void executionSelectsByTypeNameAndParameters() {
    assertThat(selected("execution(* app..*Store.*(..))"))
        .containsExactly("save", "count", "saveAll");
    assertThat(selected("execution(* app.*.save*(..))")).containsExactly("save", "saveAll");
    assertThat(selected("execution(public * save(String))")).containsExactly("save");
    assertThat(selected("execution(int *(..))")).containsExactly("count");
    assertThat(selected("execution(* *(*, ..))")).containsExactly("save", "saveAll");
    assertThat(selected("execution(* *(.., int))")).containsExactly("saveAll");
    assertThat(selected("execution(* app.other..*.*(..))")).isEmpty();
    assertThat(selected("execution(@app.Marked * *(..))")).containsExactly("saveAll");
  }

  @Test
  void aMethodOfAnInterfaceIsSelectedInItsClasses() {
    assertThat(selected("execution(* app.Store.*(..))")).containsExactly("save", "count");
    assertThat(selected("execution(* app.Store+.*(..))"))
        .containsExactly("save", "count", "saveAll");
  }

  @Test
  void theOtherDesignatorsSelect() {
    assertThat(selected("within(app..*)")).hasSize(3);
    assertThat(selected("within(@app.Marked *)")).hasSize(3);
    assertThat(selected("within(app.Store)")).isEmpty();
    assertThat(selected("target(app.Store)")).hasSize(3);
    assertThat(selected("bean(*Store)")).hasSize(3);
    assertThat(selected("bean(disk)")).isEmpty();
    assertThat(selected("@within(app.Marked)")).hasSize(3);
    assertThat(selected("@annotation(app.Marked)")).containsExactly("saveAll");
  }

  @Test
  void expressionsArePutTogether() {
    assertThat(selected("within(app..*) && !execution(* save*(..))")).containsExactly("count");
    assertThat(selected("within(app..*) and (execution(* c*(..)) or execution(* s*l(..)))"))
        .containsExactly("count", "saveAll");
    assertThat(selected("saving()", Map.of("saving", "execution(* save(..))")))
        .containsExactly("save");
    assertThat(selected("app.Points.more()")).containsExactly("save");
  }

  @Test
  void whatIsNotUnderstoodSelectsNothingAtAll() {
    for (String each :
        List.of(
            "args(x)",
            "execution(* app",
            "execution(app)",
            "within(app..*) &&",
            "",
            "a()",
            "(".repeat(10_000))) {
      assertThat(selected(each)).containsExactly("not understood");
    }
    assertThat(selected("a()", Map.of("a", "b()", "b", "a()"))).containsExactly("not understood");
  }
}
