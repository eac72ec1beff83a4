package dev.msvc.analyzers.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final String HOLE = Texts.HOLE;

  @Test
  void constantsOfOtherClassesArePutTogether() {
    assertThat(
            sentTexts(
                """
                class T { static final String NAME = "orders"; }
                class Dao { static final String ALL = "select * from " + T.NAME;
                  void x(Db db) { db.run(ALL + " where id = ?"); } }
                """))
        .containsExactly("select * from orders where id = ?");
  }

  @Test
  void whatOnlyRunningTellsIsAHole() {
    assertThat(
            sentTexts("class Dao { void x(Db db, String t) { db.run(\"select * from \" + t); } }"))
        .containsExactly("select * from " + HOLE);
  }

  @Test
  void aVariableHasAllThatIsAppendedToIt() {
    assertThat(
            sentTexts(
                """
                class Dao { void x(Db db, boolean open) {
                  String sql = "select a from t";
                  if (open) { sql += " where open = 1"; }
                  sql = sql + " order by a";
                  db.run(sql);
                } }
                """))
        .containsExactly("select a from t where open = 1 order by a");
  }

  @Test
  void aBuilderHasAllThatIsAppendedToIt() {
    assertThat(
            sentTexts(
                """
                class Dao { void x(Db db, int id) {
                  StringBuilder sql = new StringBuilder(200);
                  sql.append("update t ").append("set a = 1");
                  sql.append(" where id = ").append(id);
                  db.run(sql.toString());
                } }
                """))
        .containsExactly("update t set a = 1 where id = " + HOLE);
  }

  @Test
  void aFieldThatAConstructorBuildsAndAMethodReturnsIsFollowed() {
    assertThat(
            sentTexts(
                """
                class Mapper {
                  private final String schema;
                  Mapper() { StringBuilder b = new StringBuilder("a.id from a"); this.schema = b.toString(); }
                  String schema() { return this.schema; }
                }
                class Dao { void x(Db db) { Mapper m = new Mapper(); db.run("select " + m.schema()); } }
                """))
        .containsExactly("select a.id from a");
  }

  @Test
  void aFormatTakesItsArguments() {
    assertThat(
            sentTexts(
                """
                class Dao { static final String T = "t";
                  void x(Db db, int n) {
                    db.run(String.format("delete from %s where n = %d", T, n)); } }
                """))
        .containsExactly("delete from t where n = " + HOLE);
  }

  @Test
  void textBlocksAndEscapesAreReadAsJavaDoes() {
    assertThat(
            sentTexts(
                "class Dao { void x(Db db) { db.run(\"\"\"\n   select a\n     from \\\"t\\\"\n   \"\"\"); } }"))
        .containsExactly("select a\n  from \"t\"\n");
  }

  @Test
  void aVariableThatIsSetTwiceHasBothTexts() {
    assertThat(
            sentTexts(
                """
                class Dao { void x(Db db, boolean a) {
                  String sql = a ? "select 1 from t" : "select 2 from u";
                  db.run(sql);
                } }
                """))
        .containsExactly("select 1 from t", "select 2 from u");
  }

  @Test
  void aTextThatRefersToItselfEnds() {
    assertThat(
            sentTexts(
                """
                class Dao { String a() { return b() + "x"; } String b() { return a() + "y"; }
                  void x(Db db) { db.run("select " + a()); } }
                """))
        .hasSize(1)
        .allMatch(text -> text.startsWith("select "));
  }

  /** Texts of the first argument of every call of {@code Db.run}. */
  private static List<String> sentTexts(String types) {
    String text = "package p; class Db { void run(String sql) {} } " + types;
    CodeReader.Result read =
        CodeReader.read(
            List.of(new JavaSource("A.java", "", () -> new JavaSource.Content(text, 1, false))),
            () -> {});
    assertThat(read.unread()).isEmpty();
    List<String> all = new ArrayList<>();
    for (JavaType type : read.code().types()) {
      for (JavaMethod method : type.methods()) {
        for (Call call : method.calls()) {
          if (call.name().equals("run")) {
            all.addAll(read.code().texts(call.arguments().get(0), method));
          }
        }
      }
    }
    return all;
  }
}
