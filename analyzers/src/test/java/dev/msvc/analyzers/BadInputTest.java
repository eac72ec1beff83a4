package dev.msvc.analyzers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.msvc.analyzers.source.Tree;
import dev.msvc.model.Analysis;
import dev.msvc.model.Facts;
import dev.msvc.model.Share;
import dev.msvc.model.TypeFact;
import dev.msvc.model.Unread;
import dev.msvc.model.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user's disc may hold: each is said, none stops the rest, none hangs. */
@Timeout(120)
class BadInputTest {
  private static final String ORDER =
      """
      package shop;
      @jakarta.persistence.Entity
      class Order { @jakarta.persistence.Id Long id; }
      """;

  @TempDir private Path folder;
  private Path root;
  private Tree tree;

  @BeforeEach
  void aGoodFile() throws IOException {
    root = Files.createDirectory(folder.resolve("shop"));
    tree = new Tree(root).with("src/main/java/shop/Order.java", ORDER);
  }

  // ---- the folder

  @Test
  void aPathThatIsNotThereSaysWhatIsNear() {
    UserError error = refused(folder.resolve("shup"));

    assertThat(error).hasMessage("there is no folder '" + folder.resolve("shup") + "'");
    assertThat(error.hint()).isEqualTo("did you mean '" + root + "'?");
    assertThat(refused(root.resolve("nothing/like/this")).hint())
        .isEqualTo("the nearest folder that exists is '" + root + "'");
  }

  @Test
  void aFileIsNoFolder() {
    Path file = root.resolve("src/main/java/shop/Order.java");

    assertThat(refused(file)).hasMessage("'" + file + "' is a file");
  }

  @Test
  void anEmptyFolderHasNothingToAnalyse() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThat(refused(empty)).hasMessage("there is nothing to analyse in '" + empty + "'");
  }

  @Test
  void withoutJavaItSaysWhatThereIs() throws IOException {
    Tree other = new Tree(Files.createDirectory(folder.resolve("other")));
    other
        .with("src/main/webapp/a.xml", "<a/>")
        .with("src/test/java/T.java", "class T {}")
        .with("src/main/java/Huge.java", new byte[6_000_000]);
    UserError error = refused(other.root());

    assertThat(error)
        .hasMessage(
            "there is no main code of Java, Kotlin, Groovy or Scala in '" + other.root() + "'");
    assertThat(error.hint())
        .startsWith(
            "it holds 1 Java file of tests, 1 resource file, 1 thing that could not be read"
                + " (the first is src/main/java/Huge.java: larger than 5 MB); give the folder");
  }

  @Test
  void aFolderThatMayNotBeReadIsNamedAndTheRestIsRead() throws IOException {
    tree.withClass("src/main/java", "secret/Key");
    Path secret = root.resolve("src/main/java/secret");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    try {
      assumeThat(Files.isReadable(secret))
          .as("SKIPPED: this user may read everything; see TreeWalkTest for the same without")
          .isFalse();
      Facts facts = facts();
      assertThat(facts.unread())
          .containsExactly(new Unread("src/main/java/secret", 0, "permission denied"));
      assertThat(names(facts)).containsExactly("shop.Order");
    } finally {
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rwx------"));
    }
  }

  // ---- Java files

  @Test
  void aBrokenFileIsNamedWithItsLineAndTheOthersAreRead() throws IOException {
    tree.with("src/main/java/shop/Broken.java", "package shop;\n\nclass Broken { void f( { } }\n")
        .with("src/main/java/shop/Binary.java", "package shop;\n\0\0");

    Facts facts = facts();

    assertThat(facts.unread())
        .extracting(Unread::file, Unread::line)
        .containsExactly(
            tuple("src/main/java/shop/Binary.java", 2), tuple("src/main/java/shop/Broken.java", 3));
    assertThat(facts.unread().get(1).reason()).startsWith("syntax error");
    assertThat(names(facts)).containsExactly("shop.Order");
    assertThat(facts.coverage().files()).isEqualTo(new Share(1, 3));
  }

  @Test
  void newerSyntaxThanTheParserKnowsIsNamedWithItsLine() throws IOException {
    tree.with(
        "src/main/java/shop/Money.java",
        "package shop;\n\npublic value class Money { int cents; }");

    assertThat(facts().unread())
        .singleElement()
        .satisfies(
            unread -> {
              assertThat(unread.file()).isEqualTo("src/main/java/shop/Money.java");
              assertThat(unread.line()).isEqualTo(3);
            });
  }

  @Test
  void oldEncodingsByteOrderMarksAndWindowsLineEndsAreRead() throws IOException {
    tree.with(
            "src/main/java/shop/Latin.java",
            "package shop; class Latin { int stra\u00DFe; }",
            StandardCharsets.ISO_8859_1)
        .with("src/main/java/shop/Marked.java", "\uFEFFpackage shop; class Marked {}")
        .with(
            "src/main/java/shop/Wide.java",
            "\uFEFFpackage shop; class Wide {}",
            StandardCharsets.UTF_16LE)
        .with("src/main/java/shop/Windows.java", "package shop;\r\n\r\nclass Windows {\r\n}\r\n");

    Facts facts = facts();

    assertThat(facts.unread()).isEmpty();
    assertThat(names(facts))
        .containsExactly("shop.Latin", "shop.Marked", "shop.Order", "shop.Wide", "shop.Windows");
    assertThat(type(facts, "shop.Latin").fields().get(0).name()).isEqualTo("stra\u00DFe");
    assertThat(type(facts, "shop.Windows").place().line()).isEqualTo(3);
    assertThat(facts.summary().lines()).isEqualTo(3 + 1 + 1 + 1 + 4);
  }

  @Test
  void aGeneratedFileOfTenMegabytesIsNamedAndNotRead() throws IOException {
    tree.with("src/main/java/shop/Huge.java", "package shop;\n" + "// x\n".repeat(2_000_000));

    Facts facts = facts();

    assertThat(facts.unread())
        .containsExactly(new Unread("src/main/java/shop/Huge.java", 0, "larger than 5 MB"));
    assertThat(facts.coverage().files()).isEqualTo(new Share(1, 2));
  }

  @Test
  void kotlinScalaAndGroovyBesideJavaAreCountedAndWhatIsBrokenIsNamed() throws IOException {
    tree.with("src/main/kotlin/shop/Cart.kt", "package shop")
        .with("src/main/kotlin/shop/Broken.kt", "package shop\nclass Broken {\n  fun a() {\n}\n")
        .with("src/main/scala/shop/Pay.scala", "package shop")
        .with("src/main/groovy/shop/Rule.groovy", "package shop\ndef a = \"no end");

    Facts facts = facts();

    assertThat(facts.coverage().otherLanguages())
        .containsExactly(
            entry("Groovy", new Share(0, 1)),
            entry("Kotlin", new Share(1, 2)),
            entry("Scala", new Share(1, 1)));
    assertThat(facts.coverage().otherFiles())
        .containsExactly(entry("Groovy", 1), entry("Kotlin", 1));
    assertThat(facts.unread())
        .containsExactly(
            new Unread("src/main/groovy/shop/Rule.groovy", 2, "a string that does not end"),
            new Unread("src/main/kotlin/shop/Broken.kt", 2, "a '{' that is never closed"));
  }

  @Test
  void oneClassNameInTwoModulesIsTwoClasses() throws IOException {
    for (String module : List.of("web", "batch")) {
      tree.with(module + "/pom.xml", "<project/>")
          .withClass(module + "/src/main/java", "shop/Config");
    }

    assertThat(names(facts()))
        .containsExactly("shop.Config@batch", "shop.Config@web", "shop.Order");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return s%s;|+ \"x\"|5000",
        "if (a == 0) { a = 1; }%s return s;| else if (a == 2) { a = 3; }|3000",
        "return s%s;|.concat(s)|2000",
        "return s%s;|.concat(s + a)|1500",
        "return %ss;|a == 1 ? s : |2000",
        "Object o = new int[] {%s1}; return s;|1, |100000"
      })
  void longStatementsAreRead(String body) throws IOException {
    String[] parts = body.split("\\|");
    tree.with(
        "src/main/java/shop/Long.java",
        inMethod(parts[0].formatted(parts[1].repeat(Integer.parseInt(parts[2])))));

    Facts facts = facts();

    assertThat(facts.unread()).isEmpty();
    assertThat(names(facts)).containsExactly("shop.Long", "shop.Order");
  }

  @Test
  void aQueryOfNineThousandPartsIsRead() throws IOException {
    tree.with(
        "src/main/java/shop/Orders.java",
        """
        package shop;
        import org.springframework.data.jpa.repository.Query;
        interface Orders extends org.springframework.data.repository.CrudRepository<Order, Long> {
          @Query(value = "select id from big_order" %s, nativeQuery = true)
          java.util.List<Long> big();
        }
        """
            .formatted("+ \" \"".repeat(9_000)));

    Facts facts = facts();

    assertThat(facts.unread()).isEmpty();
    assertThat(facts.tables()).extracting(table -> table.name()).contains("big_order");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "f(", "{", "f(() -> {", "a[", "((A)", "new A() { Object o = f("})
  void aThousandNestedBracketsAreNamedAndDoNotUseUpTheStack(String open) throws IOException {
    tree.with("src/main/java/shop/Deep.java", inMethod("return\n" + open.repeat(1000)));

    Facts facts = facts();

    assertThat(facts.unread())
        .containsExactly(
            new Unread("src/main/java/shop/Deep.java", 3, "brackets nested deeper than 300"));
    assertThat(names(facts)).containsExactly("shop.Order");
  }

  @Test
  void namesOfTenThousandLettersAndTerminalEscapesAreOnlyNames() throws IOException {
    String name = "A".repeat(10_000);
    tree.with("src/main/java/shop/Named.java", "package shop; class " + name + " {}")
        .with(
            "src/main/java/shop/Escape.java",
            "package shop; class Escape { String s = \"\u001B[2J\"; }");

    Facts facts = facts();

    assertThat(facts.unread()).isEmpty();
    assertThat(names(facts)).containsExactly("shop." + name, "shop.Escape", "shop.Order");
  }

  @Test
  void aFileNameMayHoldAnyCharacter() throws IOException {
    tree.with("src/main/java/shop/a\nb\u001B[31m\u00FC.java", "package shop; class Odd {}");

    Facts facts = facts();

    assertThat(type(facts, "shop.Odd").place().file())
        .isEqualTo("src/main/java/shop/a\nb\u001B[31m\u00FC.java");
  }

  // ---- links and special files

  @Test
  void linksAreNotFollowedAndThoseThatMatterAreNamed() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    new Tree(outside).withClass("", "secret/Key").with("Key.java", "class Key {}");
    Path code = root.resolve("src/main/java");
    Files.createSymbolicLink(code.resolve("around"), root);
    Files.createSymbolicLink(code.resolve("itself"), code.resolve("itself"));
    Files.createSymbolicLink(code.resolve("Key.java"), outside.resolve("Key.java"));
    Files.createSymbolicLink(code.resolve("out"), outside);
    Files.createSymbolicLink(code.resolve("Gone.java"), Path.of("nowhere.java"));
    Files.createSymbolicLink(code.resolve("Same.java"), code.resolve("shop/Order.java"));
    Files.createSymbolicLink(code.resolve("same"), code.resolve("shop"));

    Facts facts = facts();

    String out = "a symbolic link out of the analysed folder: not followed";
    assertThat(facts.unread())
        .containsExactly(
            new Unread("src/main/java/Gone.java", 0, "a symbolic link that leads nowhere"),
            new Unread("src/main/java/Key.java", 0, out),
            new Unread(
                "src/main/java/around", 0, "a symbolic link to a folder around it: not followed"),
            new Unread("src/main/java/itself", 0, "a symbolic link that leads to itself"),
            new Unread("src/main/java/out", 0, out));
    assertThat(names(facts)).containsExactly("shop.Order");
  }

  @Test
  void aPipeAndADeviceNamedJavaAreNotOpened() throws Exception {
    Path pipe = root.resolve("src/main/java/shop/Pipe.java");
    assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
        .as("SKIPPED: mkfifo is not here")
        .isZero();
    Files.createSymbolicLink(root.resolve("src/main/java/Zero.java"), Path.of("/dev/zero"));
    Files.createDirectory(root.resolve("src/main/java/Folder.java"));

    assertThat(facts().unread())
        .containsExactly(
            new Unread(
                "src/main/java/Zero.java",
                0,
                "a symbolic link out of the analysed folder: not followed"),
            new Unread("src/main/java/shop/Pipe.java", 0, "not a plain file"));
  }

  @Test
  void foldersMayNestTooDeeply() throws IOException {
    tree.with("src/main/java/" + "d/".repeat(250) + "Deep.java", "class Deep {}");

    assertThat(facts().unread())
        .singleElement()
        .extracting(Unread::reason)
        .isEqualTo("nested deeper than 200 folders");
  }

  // ---- git

  @Test
  void aTreeWithoutGitIsReadAndOneWhoseGitFilePointsElsewhereStaysInItsFolder() throws IOException {
    Analysis without = Monolith.analyze(root, Progress.NONE);
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("HEAD"), "ref: refs/heads/main\n");
    tree.with(".git", "gitdir: " + elsewhere + "\n");

    assertThat(Monolith.analyze(root, Progress.NONE)).isEqualTo(without);
    assertThat(snapshot(elsewhere)).hasSize(2);
  }

  @Test
  void aShallowCloneIsReadAsAnyOther() throws IOException {
    Analysis without = Monolith.analyze(root, Progress.NONE);
    tree.with(".git/HEAD", "ref: refs/heads/main\n")
        .with(".git/shallow", "0123456789012345678901234567890123456789\n")
        .with(".git/refs/heads/main", "0123456789012345678901234567890123456789\n");

    assertThat(Monolith.analyze(root, Progress.NONE)).isEqualTo(without);
  }

  // ---- XML, YAML and the rest

  @Test
  void nothingExternalIsLoadedAndAMapperWithADoctypeIsRead() throws IOException {
    try (ServerSocket outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      outside.setSoTimeout(200);
      String address = "http://127.0.0.1:" + outside.getLocalPort();
      Path secret = Files.writeString(folder.resolve("secret"), "secret_table");
      tree.with(
              "src/main/java/shop/OrderMapper.java",
              "package shop; interface OrderMapper { Order find(long id); }")
          .with(
              "src/main/resources/OrderMapper.xml",
              """
              <?xml version="1.0" encoding="UTF-8"?>
              <!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "%s/mapper.dtd" [
                <!ENTITY %% remote SYSTEM "%s/remote.dtd"> %%remote;
                <!ENTITY secret SYSTEM "%s">
              ]>
              <mapper namespace="shop.OrderMapper">
                <select id="find">select * from shop_order where a = '&secret;'</select>
              </mapper>
              """
                  .formatted(address, address, secret.toUri()));

      Facts facts = facts();

      assertThat(facts.tables()).extracting(table -> table.name()).contains("shop_order");
      assertThat(facts.toString()).doesNotContain("secret_table");
      assertThatThrownBy(outside::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void aBombIsDefusedAndTheRestIsRead(String file, String bomb) throws IOException {
    tree.with(file, bomb);

    Facts facts = facts();

    assertThat(names(facts)).containsExactly("shop.Order");
    assertThat(facts.tables()).extracting(table -> table.name()).containsExactly("Order");
    assertThat(facts.toString().length()).isLessThan(100_000);
  }

  static Stream<Arguments> bombs() {
    String laughs = entities("<!ENTITY a%d \"%s\">\n", "&a%d;".repeat(10), 12);
    String mapper = "<!DOCTYPE mapper [\n" + laughs + "]>\n<mapper namespace=\"shop.A\">";
    String aliases = entities("a%d: &a%d [%s]\n", "*a%d,".repeat(10), 12);
    return Stream.of(
        bomb("laughs.xml", mapper + "<select id=\"a\">&a11;</select></mapper>"),
        bomb("attribute.xml", mapper + "<select id=\"&a11;\">x</select></mapper>"),
        bomb("deep.xml", "<mapper>".repeat(100_000)),
        bomb("deep-closed.xml", "<a>".repeat(100_000) + "</a>".repeat(100_000)),
        bomb("long.xml", "<mapper namespace=\"" + "x".repeat(9_000_000) + "\"/>"),
        bomb("many.xml", "<mapper " + manyAttributes() + "/>"),
        bomb("orm.xml", "<entity-mappings>" + "<entity class=\"x\">".repeat(5_000)),
        bomb("application.yml", aliases),
        bomb("db/changelog/db.changelog-master.yaml", "databaseChangeLog:\n" + aliases),
        bomb("db/changelog/deep.yaml", "databaseChangeLog: " + "[".repeat(50_000)),
        bomb("db/changelog/deep.json", "{\"databaseChangeLog\": " + "[".repeat(50_000)),
        bomb("db/migration/V1__deep.sql", "select " + "(".repeat(50_000) + "1"),
        bomb("db/migration/V2__deep.sql", "select 1 where " + "not (a = 1 or ".repeat(2_000)),
        bomb("huge.properties", "a=" + "x".repeat(9_000_000)));
  }

  private static Arguments bomb(String file, String text) {
    return Arguments.of("src/main/resources/" + file, Named.of(text.length() + " letters", text));
  }

  private static String entities(String pattern, String reference, int levels) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < levels; i++) {
      String body = i == 0 ? "lol" : reference.replace("%d", String.valueOf(i - 1));
      text.append(pattern.replaceAll("%d", String.valueOf(i)).replace("%s", body));
    }
    return text.toString();
  }

  private static String manyAttributes() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      all.append('a').append(i).append("=\"\" ");
    }
    return all.toString();
  }

  // ---- what stays as it was

  @Test
  void theAnalysedTreeAndItsGitStayAsTheyWereThoughTheyAreReadOnly() throws IOException {
    tree.with(".git/HEAD", "ref: refs/heads/main\n")
        .with(".git/config", "[core]\n\trepositoryformatversion = 0\n")
        .with(".git/objects/info/packs", "")
        .with("src/main/resources/db/migration/V1__a.sql", "create table shop_order (id int);");
    Map<String, String> before = snapshot(root);
    permit(root, "r-x------", "r--------");
    try {
      assertThat(facts().unread()).isEmpty();
      permit(root, "rwx------", "rw-------");
      assertThat(snapshot(root)).isEqualTo(before);
    } finally {
      permit(root, "rwx------", "rw-------");
    }
  }

  @Test
  void theSameTreeGivesTheSameResultInWhateverOrderItsFilesWereWritten() throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      names.add("C" + i);
    }
    Path other = Files.createDirectories(folder.resolve("other/place"));
    Tree reversed = new Tree(other);
    for (int i = 0; i < names.size(); i++) {
      write(tree, i);
      write(reversed, names.size() - 1 - i);
    }
    reversed.with("src/main/java/shop/Order.java", ORDER);

    Analysis first = Monolith.analyze(root, Progress.NONE);

    assertThat(Monolith.analyze(root, Progress.NONE)).isEqualTo(first);
    assertThat(Monolith.analyze(other, Progress.NONE).toString()).isEqualTo(first.toString());
    assertThat(first.toString()).doesNotContain(folder.toString());
  }

  private static void write(Tree tree, int i) throws IOException {
    tree.with(
        "m%d/src/main/java/shop/p%d/C%d.java".formatted(i % 3, i % 7, i),
        """
        package shop.p%d;
        import shop.p%d.C%d;
        @jakarta.persistence.Entity class C%d {
          @jakarta.persistence.Id Long id;
          C%d next() { return new C%d().next(); }
        }
        """
            .formatted(i % 7, (i + 1) % 60 % 7, (i + 1) % 60, i, (i + 1) % 60, (i + 1) % 60));
  }

  // ----

  private Facts facts() {
    return Monolith.analyze(root, Progress.NONE).facts();
  }

  private static UserError refused(Path path) {
    UserError error =
        catchThrowableOfType(UserError.class, () -> Monolith.analyze(path, Progress.NONE));
    assertThat(error).as("an error for " + path).isNotNull();
    assertThat(error.exitCode()).isEqualTo(3);
    return error;
  }

  private static List<String> names(Facts facts) {
    return facts.types().stream().map(TypeFact::name).toList();
  }

  private static TypeFact type(Facts facts, String name) {
    return facts.types().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String inMethod(String body) {
    return "package shop; class %s { Object f(int a, String s) {\n%s\n} }"
        .formatted(body.startsWith("return\n") ? "Deep" : "Long", body);
  }

  private static void permit(Path root, String folders, String files) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(root)) {
      all = walk.toList();
    }
    for (Path each : all) {
      Files.setPosixFilePermissions(
          each, PosixFilePermissions.fromString(Files.isDirectory(each) ? folders : files));
    }
  }

  /** Names, times and contents. */
  private static Map<String, String> snapshot(Path root) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path each : walk.toList()) {
        String content = Files.isRegularFile(each) ? hash(each) : "";
        all.put(root.relativize(each).toString(), Files.getLastModifiedTime(each) + " " + content);
      }
    }
    return all;
  }

  private static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
    } catch (NoSuchAlgorithmException missing) {
      throw new AssertionError(missing);
    }
  }
}
