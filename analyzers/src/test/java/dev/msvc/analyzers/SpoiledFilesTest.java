package dev.msvc.analyzers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.msvc.analyzers.source.Tree;
import dev.msvc.model.Facts;
import dev.msvc.model.TableFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.Unread;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * XML, YAML, JSON, SQL and properties that are malformed, cut off, huge, deep or circular: each is
 * named with its place, and all that stands beside it is found, which every test checks at its end.
 */
@Timeout(120)
class SpoiledFilesTest {
  private static final String MIGRATION = "src/main/resources/db/migration/V1__shop.sql";
  private static final String TABLES =
      "create table shop_order (id int);\ncreate table shop_line (id int);\n";

  @TempDir private Path folder;
  private Path root;
  private Tree tree;

  @BeforeEach
  void aGoodNeighbour() throws IOException {
    root = Files.createDirectory(folder.resolve("shop"));
    tree =
        new Tree(root)
            .with(
                "good/src/main/java/good/Stock.java",
                """
                package good;
                @jakarta.persistence.Entity
                @jakarta.persistence.Table(name = "good_stock")
                class Stock { @jakarta.persistence.Id Long id; }
                """)
            .with(
                "good/src/main/java/good/Stocks.java",
                """
                package good;
                @org.springframework.web.bind.annotation.RestController
                class Stocks {
                  jakarta.persistence.EntityManager entities;
                  StockMapper mapper;
                  @org.springframework.transaction.annotation.Transactional
                  @org.springframework.web.bind.annotation.PostMapping("/stock")
                  public void add(Stock stock, java.sql.Connection c) throws Exception {
                    entities.persist(stock);
                    mapper.touch();
                    c.prepareStatement("delete from good_shelf").execute();
                  }
                }
                """)
            .with(
                "good/src/main/java/good/StockMapper.java",
                "package good; interface StockMapper { void touch(); }")
            .with(
                "good/src/main/resources/good/StockMapper.xml",
                """
                <mapper namespace="good.StockMapper">
                  <update id="touch">update good_touch set n = 1</update>
                </mapper>
                """);
  }

  @AfterEach
  void allOfTheGoodNeighbourIsFound() {
    Facts facts = facts();

    assertThat(facts.accesses())
        .extracting(each -> each.className(), each -> each.table())
        .contains(
            tuple("good.Stocks", "good_stock"),
            tuple("good.Stocks", "good_shelf"),
            tuple("good.StockMapper", "good_touch"));
    assertThat(facts.entryPoints())
        .extracting(each -> each.id(), each -> each.className())
        .contains(tuple("POST /stock", "good.Stocks"));
    assertThat(facts.transactions())
        .extracting(each -> each.className(), each -> each.method())
        .contains(tuple("good.Stocks", "add"));
    assertThat(facts.coverage().failed()).isEmpty();
  }

  // ---- cut off and malformed

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "OrderMapper.xml | <mapper namespace=\"shop.M\">~<select id=\"a\">select * from a | XML: the file ends inside <select> of line 2",
        "Order.hbm.xml | <hibernate-mapping>~<class name=\"shop.Order\" | XML: the file ends inside <hibernate-mapping> of line 1",
        "META-INF/orm.xml | <entity-mappings>~<entity class=\"shop.Order\"> | XML: the file ends inside <entity> of line 2",
        "beans.xml | <beans>~<bean id=\"a\"><property> | XML: the file ends inside <property> of line 2",
        "struts.xml | <struts>~<package name=\"a\"> | XML: the file ends inside <package> of line 2",
        "db/changelog.xml | <databaseChangeLog>~<changeSet id=\"1\" author=\"a\"> | XML: the file ends inside <changeSet> of line 2",
        "queries.xml | <queries>~<query id=\"a\">select * from shop_order | XML: the file ends inside <query> of line 2",
        "db/changelog.yaml | databaseChangeLog:~  - changeSet: {id: 1 | YAML: while parsing a flow mapping: expected ',' or '}', but got <stream end>",
        "application.yml | spring:~  a: [1, 2 | YAML: while parsing a flow sequence: expected ',' or ']', but got <stream end>"
      })
  void whatEndsTooEarlyIsNamedWithItsLine(String file, String text, String reason)
      throws IOException {
    tree.with("src/main/resources/" + file, text.replace('~', '\n'));

    assertThat(facts().unread()).contains(new Unread("src/main/resources/" + file, 2, reason));
  }

  @Test
  void changelogsInJsonThatEndTooEarlyAreNamedWithTheirLine() throws IOException {
    tree.with(
        "src/main/resources/db/changelog.json",
        "{\"databaseChangeLog\": [\n{\"changeSet\": {\"id\": \"1\"");

    assertThat(unread("changelog.json"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.line()).isEqualTo(2);
              assertThat(each.reason()).startsWith("JSON: Unexpected end-of-input");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "insert into shop_order values ('abc; | a string that does not end: what is behind it is not read",
        "create table \"shop_note (id int); | a name in quotes that does not end: what is behind it is not read",
        "/* no end; | a comment that does not end: what is behind it is not read"
      })
  void sqlThatSwallowsTheRestOfItsFileIsNamedAndWhatComesBeforeIsRead(String end, String reason)
      throws IOException {
    tree.with(MIGRATION, TABLES + end + "\ncreate table shop_lost (id int);\n");

    assertThat(unread("V1__shop.sql")).containsExactly(new Unread(MIGRATION, 3, reason));
    assertThat(tables()).contains("shop_order", "shop_line").doesNotContain("shop_lost");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "create table shop_note (id int, name varchar(20 | `a '('`",
        "do $x$ begin null; | a text in $x$"
      })
  void sqlThatIsCutOffIsNamed(String end, String what) throws IOException {
    tree.with(MIGRATION, TABLES + end);

    assertThat(unread("V1__shop.sql"))
        .containsExactly(
            new Unread(MIGRATION, 3, what + " that does not end: what is behind it is not read"));
  }

  @Test
  void sqlThatEndsAsItShouldIsNotNamed() throws IOException {
    tree.with(
        MIGRATION,
        TABLES
            + "insert into shop_order values ('it''s');\n/* a 'comment */\n-- it's\n"
            + "do $$ begin null; end $$");

    assertThat(unread("V1__shop.sql")).isEmpty();
  }

  @Test
  void propertiesWithBrokenEscapesCirclesAndNoEndAreRead() throws IOException {
    tree.with(
        "src/main/resources/application.properties",
        "a=\\u12\nb=${c}\nc=${b}\nd=${d:${d:${d}}}\n=\n\\\ne=" + "${".repeat(100_000));

    assertThat(unread("application.properties")).isEmpty();
  }

  @Test
  void propertiesThatNameEachOtherTenfoldDoNotGrow() throws IOException {
    StringBuilder text = new StringBuilder("k0=\n");
    for (int i = 1; i < 12; i++) {
      text.append("k%d=%s\n".formatted(i, "${k%d}".formatted(i - 1).repeat(10)));
    }
    tree.with(
        "src/main/resources/sql.properties",
        text + "shop.all=select * from shop_all where a = ${k11}\n");

    assertThat(unread("sql.properties"))
        .extracting(Unread::reason)
        .containsExactly("SQL that no code is seen to name");
  }

  // ---- huge

  @Test
  void aMillionLinesOfSqlAreReadAroundTheirRows() throws IOException {
    String rows =
        IntStream.range(0, 1_000_000)
            .mapToObj(i -> "insert into shop_order values (" + i + ");\n")
            .collect(Collectors.joining());
    tree.with(MIGRATION, TABLES + rows + "create table shop_last (id int);\n");

    assertThat(tables()).contains("shop_order", "shop_line", "shop_last");
    assertThat(unread("V1__shop.sql")).isEmpty();
  }

  @Test
  void aMillionLinesOfXmlAndPropertiesAreReadOrNamed() throws IOException {
    String filler = "<a/>\n".repeat(1_000_000);
    tree.with(
            "src/main/resources/Many.xml",
            "<mapper namespace=\"good.StockMapper\">\n"
                + filler
                + "<select id=\"all\">select * from shop_many</select></mapper>")
        .with("src/main/resources/many.properties", "a=select b\n" + "k=v\n".repeat(1_100_000))
        .with("src/main/resources/huge.yml", "# c\n".repeat(3_000_000));

    Facts facts = facts();

    assertThat(tables()).contains("shop_many");
    assertThat(facts.unread())
        .contains(
            new Unread(
                "src/main/resources/many.properties", 0, "larger than 4 MB: not searched for SQL"),
            new Unread("src/main/resources/huge.yml", 0, "larger than 10 MB"));
  }

  @Test
  void statementsOfAMegabyteAreReadOrGuessedAndNamed() throws IOException {
    String numbers =
        IntStream.range(0, 160_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
    String ors =
        IntStream.range(0, 90_000).mapToObj(i -> "id = " + i).collect(Collectors.joining(" or "));
    tree.with(
            MIGRATION,
            TABLES
                + "insert into shop_order values ("
                + numbers.replace(",", "),(")
                + ");\n"
                + "create view shop_view as select * from shop_line where "
                + ors
                + ";\n"
                + "create table shop_last (id int);\n")
        .with(
            "src/main/java/shop/Long.java",
            "package shop; class Long { void f(java.sql.Connection c) throws Exception {\n"
                + "c.prepareStatement(\"delete from shop_long where id in ("
                + numbers
                + ")\");\n"
                + "} }");

    assertThat(tables()).contains("shop_view", "shop_last", "shop_long");
    assertThat(unread("Long.java"))
        .containsExactly(
            new Unread(
                "src/main/java/shop/Long.java",
                2,
                "SQL that does not parse as a whole: tables are guessed"));
  }

  // ---- deep

  @ParameterizedTest
  @ValueSource(strings = {"()", "(select * from | ) x", "case when a then | end", "begin | end;"})
  void sqlMayNestAsDeepAsItLikes(String pair) throws IOException {
    int middle = pair.contains("|") ? pair.indexOf('|') : 1;
    String open = pair.substring(0, middle);
    String close = pair.substring(pair.contains("|") ? middle + 1 : middle);
    tree.with(
        MIGRATION,
        TABLES
            + "create view shop_deep as select "
            + open.repeat(3000)
            + "1"
            + close.repeat(3000)
            + " from shop_order;\ncreate table shop_last (id int);\n");

    assertThat(tables()).contains("shop_order", "shop_line");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Deep.kt", "Deep.groovy", "Deep.scala", "Deep.java"})
  void codeThatNestsTooDeepIsNamed(String file) throws IOException {
    tree.with("src/main/java/shop/" + file, "package shop\nclass Deep {" + "{".repeat(5000));

    assertThat(unread(file))
        .containsExactly(
            new Unread("src/main/java/shop/" + file, 2, "brackets nested deeper than 300"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "kt", "groovy", "scala"})
  void aNameOfTwentyThousandPartsIsNoNameAndDoesNotHang(String extension) throws IOException {
    String end = extension.equals("java") ? ";" : "";
    tree.with(
        "src/main/java/shop/Chain." + extension,
        "package shop%s\nclass Chain { Object x = %sb%s }".formatted(end, "a.".repeat(9_000), end));

    assertThat(unread("Chain." + extension)).isEmpty();
  }

  // ---- what is circular, or not there

  @Test
  void fragmentsThatIncludeEachOtherOrNothingAreNamed() throws IOException {
    tree.with(
        "src/main/resources/Circle.xml",
        """
        <mapper namespace="good.StockMapper">
          <sql id="x">a <include refid="y"/></sql>
          <sql id="y"><include refid="x"/></sql>
          <select id="a">select <include refid="x"/> from shop_a</select>
          <select id="b">select <include refid="none"/> from shop_b</select>
        </mapper>
        """);

    assertThat(unread("Circle.xml"))
        .contains(
            new Unread("src/main/resources/Circle.xml", 4, "fragment 'x' includes itself"),
            new Unread("src/main/resources/Circle.xml", 5, "fragment 'none' is not there"));
    assertThat(tables()).contains("shop_a", "shop_b");
  }

  @Test
  void aMapperOfAClassThatIsNotThereIsNamedAndRead() throws IOException {
    tree.with(
        "src/main/resources/Gone.xml",
        "\n<mapper namespace=\"no.such.Mapper\"><select id=\"a\">select * from shop_a</select></mapper>");

    assertThat(unread("Gone.xml"))
        .containsExactly(
            new Unread(
                "src/main/resources/Gone.xml",
                2,
                "mapper of 'no.such.Mapper', a class that is not there"));
    assertThat(tables()).contains("shop_a");
  }

  @Test
  void changelogsThatIncludeEachOtherAreReadOnce() throws IOException {
    tree.with(
            "src/main/resources/db/a.xml",
            "<databaseChangeLog><include file=\"db/b.xml\"/>" + change("shop_a"))
        .with(
            "src/main/resources/db/b.xml",
            "<databaseChangeLog><include file=\"db/a.xml\"/>\n<include file=\"db/none.xml\"/>"
                + "<includeAll path=\"db\"/>"
                + change("shop_b"));

    assertThat(tables()).contains("shop_a", "shop_b");
    assertThat(unread("b.xml"))
        .containsExactly(
            new Unread(
                "src/main/resources/db/b.xml", 2, "includes 'db/none.xml', which is not there"));
  }

  private static String change(String table) {
    return "<changeSet id=\"%s\" author=\"a\"><createTable tableName=\"%s\"/></changeSet></databaseChangeLog>"
        .formatted(table, table);
  }

  @Test
  void scriptsThatRunEachOtherAreReadOnce() throws IOException {
    tree.with("db/schema.sql", TABLES + "\\i more.sql\n\\i none.sql\n")
        .with("db/more.sql", "create table shop_more (id int);\n\\i schema.sql\n\\i more.sql\n");

    Facts facts =
        Monolith.analyze(
                root,
                Inputs.NONE.withSchemas(List.of(root.resolve("db/schema.sql"))),
                Progress.NONE)
            .facts();

    assertThat(facts.tables())
        .extracting(TableFact::name)
        .contains("shop_order", "shop_line", "shop_more");
    assertThat(facts.unread())
        .contains(new Unread("schema.sql", 4, "names 'none.sql', which is not there"));
  }

  @Test
  void springFilesThatImportEachOtherAreRead() throws IOException {
    String beans = "<beans xmlns=\"http://www.springframework.org/schema/beans\">";
    tree.with(
            "src/main/resources/applicationContext.xml",
            beans
                + "<import resource=\"b.xml\"/><bean id=\"p\" parent=\"q\"/>"
                + "<bean id=\"q\" parent=\"p\"/><alias name=\"a\" alias=\"c\"/>"
                + "<alias name=\"c\" alias=\"a\"/></beans>")
        .with(
            "src/main/resources/b.xml",
            beans
                + "<import resource=\"applicationContext.xml\"/>\n"
                + "<import resource=\"none.xml\"/></beans>");

    assertThat(unread("b.xml"))
        .containsExactly(
            new Unread("src/main/resources/b.xml", 2, "imports none.xml, which is not there"));
  }

  @Test
  void typesThatInheritFromThemselvesAreNamedAndRead() throws IOException {
    tree.with("src/main/java/shop/A.java", "package shop; class A extends B { void f() { g(); } }")
        .with("src/main/java/shop/B.java", "package shop; class B extends A implements I {}")
        .with("src/main/java/shop/I.java", "package shop; interface I extends J, I {}")
        .with("src/main/java/shop/J.java", "package shop; interface J extends I, J {}")
        .with(
            "src/main/java/shop/K.kt", "package shop\nopen class KA : KB()\nopen class KB : KA()");

    Facts facts = facts();

    assertThat(facts.types())
        .extracting(TypeFact::name)
        .contains("shop.A", "shop.B", "shop.I", "shop.J", "shop.KA", "shop.KB");
    assertThat(facts.unread())
        .contains(
            new Unread("src/main/java/shop/B.java", 1, "inherits from itself: not followed"),
            new Unread("src/main/java/shop/I.java", 1, "inherits from itself: not followed"),
            new Unread("src/main/java/shop/J.java", 1, "inherits from itself: not followed"),
            new Unread("src/main/java/shop/K.kt", 3, "inherits from itself: not followed"));
  }

  @Test
  void diamondsAboveDiamondsAreWalkedInTime() throws IOException {
    for (int i = 0; i < 40; i++) {
      tree.with(
          "src/main/java/shop/A%d.java".formatted(i),
          "package shop; interface A%d extends A%d, B%d {} interface B%d extends A%d, B%d {}"
              .formatted(i, i + 1, i + 1, i, i + 1, i + 1));
    }
    tree.with("src/main/java/shop/Use.java", "package shop; class Use { void f(A0 a) { a.f(); } }");

    assertThat(unread("Use.java")).isEmpty();
  }

  @Test
  void anEmbeddedTypeThatEmbedsItselfEndsThere() throws IOException {
    tree.with(
        "src/main/java/shop/Part.java",
        """
        package shop;
        import jakarta.persistence.*;
        @Entity class Whole { @EmbeddedId Part id; @Embedded Part part; }
        @Embeddable class Part { String name; @Embedded Part a; Part b; Other c; Other d; }
        @Embeddable class Other { @Embedded Part a; Part b; Other c; }
        """);

    assertThat(tables()).contains("Whole");
  }

  // ---- encodings

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1"})
  void scriptsOfOtherEncodingsAreReadWithAMarkAndWithout(String encoding) throws IOException {
    Charset charset = Charset.forName(encoding);
    String script = "-- Größe\n" + TABLES + "create table shop_größe (id int);\n";
    tree.with(MIGRATION, script, charset);
    if (encoding.startsWith("UTF")) {
      tree.with(
          "src/main/resources/db/migration/V2__more.sql",
          "\uFEFFcreate table shop_über (id int);\r\n",
          charset);
      assertThat(tables()).contains("shop_über");
    }

    assertThat(tables()).contains("shop_order", "shop_line", "shop_größe");
  }

  @ParameterizedTest
  @CsvSource({
    "Shift_JIS, -- 顧客テーブルの定義です, 顧客",
    "GBK, -- 客户信息表的定义，包括订单和地址, 客户",
    "EUC-JP, SET client_encoding = 'EUC_JP';, 顧客",
    "x-windows-949, SET NAMES euckr;, 고객",
    "windows-1251, SET client_encoding = 'WIN1251';, клиент"
  })
  void dumpsOfOtherEncodingsAreReadWhereTheirTextTellsWhich(
      String encoding, String first, String name) throws IOException {
    Path dump = folder.resolve("dump.sql");
    Files.write(
        dump,
        (first + "\n" + TABLES + "create table shop_" + name + " (id int);\n")
            .getBytes(Charset.forName(encoding)));

    Facts facts =
        Monolith.analyze(root, Inputs.NONE.withSchemas(List.of(dump)), Progress.NONE).facts();

    assertThat(facts.tables())
        .extracting(TableFact::name)
        .contains("shop_order", "shop_line", "shop_" + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Dear Sir,\nthis is a letter.\n", "\uFEFF"})
  void aDumpThatIsNoneIsNamed(String text) throws IOException {
    Path dump = folder.resolve("dump.sql");
    Files.writeString(dump, text, StandardCharsets.UTF_8);

    Facts facts =
        Monolith.analyze(root, Inputs.NONE.withSchemas(List.of(dump)), Progress.NONE).facts();

    assertThat(facts.unread())
        .containsExactly(
            new Unread(
                "dump.sql",
                0,
                "no statement of it defines or fills a table: is it a dump of the schema?"));
  }

  // ---- order and names

  @Test
  void migrationsThatDropAndCreateAgainLeaveWhatTheLastOneSays() throws IOException {
    tree.with(MIGRATION, TABLES + "create table shop_gone (id int);\n")
        .with(
            "src/main/resources/db/migration/V2__again.sql",
            "drop table shop_order;\ndrop table shop_gone;\ncreate table shop_order (no int);\n");

    assertThat(tables()).contains("shop_order", "shop_line").doesNotContain("shop_gone");
    assertThat(
            facts().tables().stream()
                .filter(each -> each.name().equals("shop_order"))
                .flatMap(each -> each.columns().stream().map(column -> column.name())))
        .containsExactly("no");
  }

  // ----

  private List<String> tables() {
    return facts().tables().stream().map(TableFact::name).toList();
  }

  private List<Unread> unread(String fileName) {
    return facts().unread().stream().filter(each -> each.file().endsWith(fileName)).toList();
  }

  private Facts facts() {
    return Monolith.analyze(root, Progress.NONE).facts();
  }
}
