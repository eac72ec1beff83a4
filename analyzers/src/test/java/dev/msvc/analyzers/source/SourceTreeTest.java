package dev.msvc.analyzers.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.msvc.analyzers.fact.ResourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
  @TempDir private Path root;
  private Tree tree;

  @BeforeEach
  void emptyTree() {
    tree = new Tree(root);
  }

  @Test
  void mainCodeIsSortedAndTestsAreCounted() throws IOException {
    tree.with("pom.xml", "<project/>")
        .withClass("src/main/java", "a/Zoo")
        .withClass("src/main/java", "a/Ant")
        .withClass("src/test/java", "a/ZooTest")
        .withClass("src/integrationTest/java", "a/ZooIT")
        .withClass("src/testFixtures/java", "a/Zoos")
        .withClass("src/it/java", "a/RemoteZoo");

    SourceTree found = SourceTree.open(root);

    assertThat(files(found))
        .containsExactly("src/main/java/a/Ant.java", "src/main/java/a/Zoo.java");
    assertThat(found.testFiles()).isEqualTo(4);
    assertThat(found.unread()).isEmpty();
  }

  @Test
  void aPackageNamedTestOrGeneratedIsMainCode() throws IOException {
    tree.withClass("src/main/java", "com/acme/test/Sample")
        .withClass("src/main/java", "com/acme/src/test/Sample")
        .withClass("src", "com/acme/test/Lab")
        .withClass("src", "com/acme/generated/Row")
        .withClass("src", "it/acme/Pizza")
        .withClass("", "org/junit/Own");

    SourceTree found = SourceTree.open(root);

    assertThat(found.files()).hasSize(6);
    assertThat(found.testFiles() + found.generatedFiles()).isZero();
  }

  private static final String JUNIT =
      "<dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId>%s</dependency>";

  private static String pom(String dependency) {
    return "<project><dependencies>" + dependency + "</dependencies></project>";
  }

  private static final String STEPS = "import org.junit.jupiter.api.Test;\nclass Steps {}\n";

  @Test
  void aModuleForTestsThatIsGivenATestLibraryHoldsTestsOnly() throws IOException {
    tree.with("pom.xml", "<project/>")
        .withClass("src/main/java", "a/Shop")
        .with("shop-test-support/pom.xml", pom(JUNIT.formatted("")))
        .withClass("shop-test-support/src/main/java", "a/Data")
        .with("shop-test-support/src/main/java/a/Steps.java", STEPS)
        .with("shop-test-support/src/main/resources/schema.sql", "CREATE TABLE t (id int);")
        .with("web-tests/build.gradle", "dependencies {\n  implementation 'org.testng:testng:7'\n}")
        .with("web-tests/src/main/java/a/Steps.java", "import org.testng.Assert;\nclass Steps {}")
        .withClass("web-tests/src/main/java", "a/Page");

    SourceTree found = SourceTree.open(root);

    assertThat(files(found)).containsExactly("src/main/java/a/Shop.java");
    assertThat(found.testFiles()).isEqualTo(4);
    assertThat(found.resources())
        .extracting(ResourceFile::file)
        .contains("shop-test-support/pom.xml")
        .doesNotContain("shop-test-support/src/main/resources/schema.sql");
  }

  @Test
  void aModuleForTestsAllOfWhoseSourceIsWrittenWithThemHoldsTests() throws IOException {
    tree.withClass("src/main/java", "a/Shop")
        .with("e2e/pom.xml", pom(""))
        .with("e2e/src/main/java/a/Steps.java", STEPS)
        .with("api-tests/pom.xml", pom(""))
        .with("api-tests/src/main/java/a/Steps.java", STEPS)
        .withClass("api-tests/src/main/java", "a/Other");

    assertThat(files(SourceTree.open(root)))
        .containsExactly(
            "api-tests/src/main/java/a/Other.java",
            "api-tests/src/main/java/a/Steps.java",
            "src/main/java/a/Shop.java");
  }

  @Test
  void aNameOrALibraryAloneMakesNoModuleOneForTests() throws IOException {
    tree.with("lab-test/pom.xml", pom(JUNIT.formatted("<scope>test</scope>")))
        .withClass("lab-test/src/main/java", "a/Sample")
        .with("shop/pom.xml", pom(JUNIT.formatted("")))
        .with("shop/src/main/java/a/Steps.java", STEPS)
        .with("blood-test/pom.xml", pom(JUNIT.formatted("")))
        .withClass("blood-test/src/main/java", "a/Careless")
        .with(
            "pom.xml",
            "<project><dependencyManagement><dependencies>"
                + JUNIT.formatted("<scope>test</scope>")
                + "</dependencies></dependencyManagement></project>")
        .with("skin-test/pom.xml", pom(JUNIT.formatted("")))
        .with("skin-test/src/main/java/a/Steps.java", STEPS)
        .withClass("skin-test/src/main/java", "a/Managed");

    SourceTree found = SourceTree.open(root);

    assertThat(found.files()).hasSize(5);
    assertThat(found.testFiles()).isZero();
  }

  @Test
  void plainLayoutsHaveTheirTestsInFoldersOfThatName() throws IOException {
    tree.with("build.xml", "<project/>")
        .withClass("src", "com/acme/Shop")
        .withClass("test", "com/acme/Shops")
        .withClass("junit", "com/acme/MoreShops")
        .withClass("legacy/src/test", "com/acme/test/OldShops");

    SourceTree found = SourceTree.open(root);

    assertThat(files(found)).containsExactly("src/com/acme/Shop.java");
    assertThat(found.testFiles()).isEqualTo(3);
  }

  @Test
  void whatStandsInForClassesInGwtsBrowserIsLeftOut() throws IOException {
    tree.withClass("src/main/java", "org/acme/client/Page")
        .withClass("src/main/java/org/acme/emulated", "org/slf4j/Logger")
        .withClass("src/main/java", "org/acme/emulated/Player")
        .withClass("src/main/java", "org/acme/emulatedtoo/Machine")
        .with(
            "src/main/java/org/acme/Shop.gwt.xml",
            "<module><source path='client'/><super-source path='emulated'/></module>")
        .with("src/main/java/org/acme/Bad.gwt.xml", "<module><super-source path='client'>");

    assertThat(files(SourceTree.open(root)))
        .containsExactly(
            "src/main/java/org/acme/client/Page.java",
            "src/main/java/org/acme/emulated/Player.java",
            "src/main/java/org/acme/emulatedtoo/Machine.java");
  }

  @Test
  void aTestBesideMainCodeIsKnownByItsNameAndItsImports() throws IOException {
    String junit = "package a;\nimport org.junit.Test;\n";
    tree.withClass("src", "a/Shop")
        .with("src/a/ShopTest.java", junit + "class ShopTest {}")
        .with("src/a/CreditTest.java", "package a;\nclass CreditTest {}")
        .with("src/a/Runner.java", junit + "class Runner {}");

    SourceTree found = SourceTree.open(root);

    assertThat(files(found))
        .containsExactly("src/a/CreditTest.java", "src/a/Runner.java", "src/a/Shop.java");
    assertThat(found.testFiles()).isEqualTo(1);
  }

  @Test
  void buildOutputIsLeftOutAndItsGeneratedSourcesAreCounted() throws IOException {
    tree.with("pom.xml", "<project/>")
        .with("web/build.gradle", "")
        .withClass("src/main/java", "a/Shop")
        .withClass("src/main/java", "a/target/Goal")
        .withClass("target/generated-sources/annotations", "a/Shop_")
        .withClass("target/copies", "a/Shop")
        .withClass("web/build/generated/sources/openapi", "a/Api")
        .withClass("src/main/generated", "a/Row")
        .withClass("node_modules/x", "a/Fake")
        .withClass(".hidden", "a/Fake");

    SourceTree found = SourceTree.open(root);

    assertThat(files(found))
        .containsExactly("src/main/java/a/Shop.java", "src/main/java/a/target/Goal.java");
    assertThat(found.generatedFiles()).isEqualTo(3);
    assertThat(found.testFiles()).isZero();
  }

  @Test
  void whatGradleCompilesForTheBuildItselfIsLeftOut() throws IOException {
    tree.with("build.gradle", "")
        .with("buildSrc/build.gradle", "")
        .withClass("buildSrc/src/main/java", "a/ReleasePlugin")
        .with("buildSrc/src/main/groovy/b/Wait.groovy", "class Wait {}")
        .withClass("shop/src/main/java", "a/buildSrcs/Shop");

    assertThat(SourceTree.open(root).files())
        .extracting(JavaFile::file)
        .containsExactly("shop/src/main/java/a/buildSrcs/Shop.java");
  }

  @Test
  void aModuleMayBeNamedAsBuildOutputIs() throws IOException {
    tree.with("pom.xml", "<project/>")
        .with("build/pom.xml", "<project/>")
        .withClass("build/src/main/java", "a/Shop");

    assertThat(files(SourceTree.open(root))).containsExactly("build/src/main/java/a/Shop.java");
  }

  @Test
  void aFileBelongsToTheNearestBuildFile() throws IOException {
    tree.with("pom.xml", "<project/>")
        .with("shop/build.gradle.kts", "")
        .with("shop/core/.classpath", "")
        .with("old/build.xml", "")
        .withClass("src/main/java", "Root")
        .withClass("shop/src/main/java", "Shop")
        .withClass("shop/core/src", "Core")
        .withClass("shop/plain/src", "Plain")
        .withClass("old/src", "Old");

    assertThat(SourceTree.open(root).files())
        .extracting(JavaFile::file, JavaFile::module)
        .containsExactlyInAnyOrder(
            tuple("src/main/java/Root.java", ""),
            tuple("shop/src/main/java/Shop.java", "shop"),
            tuple("shop/core/src/Core.java", "shop/core"),
            tuple("shop/plain/src/Plain.java", "shop"),
            tuple("old/src/Old.java", "old"));
  }

  @Test
  void aSubfolderIsATreeOfItsOwn() throws IOException {
    tree.with("pom.xml", "<project/>")
        .withClass("src/main/java", "a/Shop")
        .withClass("src/test/java", "a/ShopTest");

    SourceTree found = SourceTree.open(root.resolve("src"));

    assertThat(found.files())
        .extracting(JavaFile::file, JavaFile::module)
        .containsExactly(tuple("main/java/a/Shop.java", ""));
    assertThat(found.testFiles()).isEqualTo(1);
  }

  @Test
  void resourcesOfMainCodeAreFoundWhereverTheyLie() throws IOException {
    tree.withClass("src/main/java", "a/Shop")
        .with("src/main/java/a/ShopMapper.xml", "<mapper/>")
        .with("src/main/resources/db/V1__shop.SQL", "create table shop (id int)")
        .with("src/main/resources/application.yml", "a: b")
        .with("src/main/resources/messages.properties", "a=b")
        .with("src/main/resources/changes.json", "{\"databaseChangeLog\": []}")
        .with("src/main/resources/data.json", "{}")
        .with("src/main/resources/swagger.json", "{ \"swagger\": \"2.0\"}")
        .with("src/test/resources/test.sql", "select 1")
        .with("document/sql/shop.sql", "create table shop (id int)")
        .with("target/classes/application.yml", "a: b")
        .with("pom.xml", "<project/>");

    assertThat(SourceTree.open(root).resources())
        .extracting(ResourceFile::file)
        .containsExactly(
            "document/sql/shop.sql",
            "pom.xml",
            "src/main/java/a/ShopMapper.xml",
            "src/main/resources/application.yml",
            "src/main/resources/changes.json",
            "src/main/resources/db/V1__shop.SQL",
            "src/main/resources/messages.properties",
            "src/main/resources/swagger.json");
  }

  @Test
  void aResourceIsMainCodeWhereTheJavaAroundItIs() throws IOException {
    tree.withClass("src", "com/acme/test/Lab")
        .with("src/com/acme/test/sql/lab.sql", "select 1")
        .with("test/sql/lab.sql", "select 1");

    assertThat(SourceTree.open(root).resources())
        .extracting(ResourceFile::file)
        .containsExactly("src/com/acme/test/sql/lab.sql");
  }

  @Test
  void aResourceIsReadAnewAndDecodedAsItsDeclarationSays() throws IOException {
    String mapper = "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><mapper id=\"\u0141\"/>";
    tree.withClass("src/main/java", "a/Shop")
        .with("src/main/resources/m.xml", mapper, java.nio.charset.Charset.forName("ISO-8859-2"));

    assertThat(SourceTree.open(root).resources().get(0).text()).isEqualTo(mapper);
  }

  @Test
  void otherLanguagesOfMainCodeAreFound() throws IOException {
    tree.withClass("src/main/java", "a/Shop")
        .with("src/main/kotlin/a/Cart.kt", "package a\nclass Cart")
        .with("src/main/kotlin/a/Basket.kt", "package a\nclass Basket")
        .with("src/main/scala/a/Pay.scala", "package a")
        .with("src/main/groovy/a/Rule.groovy", "package a")
        .with("src/test/groovy/a/RuleSpec.groovy", "package a")
        .with("build.gradle.kts", "");

    assertThat(files(SourceTree.open(root)))
        .containsExactly(
            "src/main/groovy/a/Rule.groovy",
            "src/main/java/a/Shop.java",
            "src/main/kotlin/a/Basket.kt",
            "src/main/kotlin/a/Cart.kt",
            "src/main/scala/a/Pay.scala");
  }

  @Test
  void integrationTestsMayBeAModuleButADomainOfTestsIsMainCode() throws IOException {
    tree.withClass("integration-tests/src/main/java", "a/Stub")
        .withClass("lab-test/src/main/java", "a/BloodTest");

    SourceTree found = SourceTree.open(root);

    assertThat(files(found)).containsExactly("lab-test/src/main/java/a/BloodTest.java");
    assertThat(found.testFiles()).isEqualTo(1);
  }

  private static List<String> files(SourceTree found) {
    return found.files().stream().map(JavaFile::file).toList();
  }
}
