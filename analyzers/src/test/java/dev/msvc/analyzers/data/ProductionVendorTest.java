package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Place;
import dev.msvc.model.Vendor;
import org.junit.jupiter.api.Test;

class ProductionVendorTest {
  private static String of(String... pathsAndTexts) {
    return vendor(pathsAndTexts).name();
  }

  private static Vendor vendor(String... pathsAndTexts) {
    Fixture files = new Fixture();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.with(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    return ProductionVendor.of(files.sources());
  }

  @Test
  void theAddressOfTheDataSourceTellsIt() {
    assertThat(of("application.properties", "spring.datasource.url=jdbc:postgresql://db/shop"))
        .isEqualTo("postgresql");
    assertThat(of("META-INF/persistence.xml", "<property value='jdbc:mariadb://db/shop'/>"))
        .isEqualTo("mysql");
    assertThat(of("application.yml", "spring:\n  sql:\n    init:\n      platform: mysql"))
        .isEqualTo("mysql");
  }

  @Test
  void whatIsForProductionIsAskedFirst() {
    assertThat(
            of(
                "application.yml", "url: jdbc:mysql://localhost/shop",
                "application-prod.yml", "url: jdbc:oracle:thin:@db"))
        .isEqualTo("oracle");
  }

  @Test
  void theDriverTellsItWhereOnlyAnEmbeddedOneIsConfigured() {
    assertThat(of("application.properties", "url=jdbc:h2:mem:shop", "pom.xml", pom("", "")))
        .isEqualTo("postgresql");
    assertThat(of("pom.xml", pom("<scope>test</scope>", ""))).isEmpty();
    assertThat(of("build.gradle", "testRuntimeOnly 'org.postgresql:postgresql:42'")).isEmpty();
    assertThat(of("build.gradle", "runtimeOnly 'org.postgresql:postgresql:42'"))
        .isEqualTo("postgresql");
    assertThat(of("build.gradle.kts", "runtimeOnly(libs.mysql.connector.j)")).isEqualTo("mysql");
  }

  @Test
  void aDriverThatIsOnlyManagedOrOnlyThereForTestsSaysNothing() {
    assertThat(
            of(
                "pom.xml",
                "<project><dependencyManagement>"
                    + dependencies("")
                    + "</dependencyManagement></project>"))
        .isEmpty();
    assertThat(of("pom.xml", pom("", dependencies("<scope>test</scope>")))).isEmpty();
    assertThat(
            of(
                "pom.xml",
                "<project><dependencies><!-- "
                    + dependencies("")
                    + " --></dependencies></project>"))
        .isEmpty();
  }

  private static String pom(String scope, String managed) {
    return "<project><dependencyManagement>%s</dependencyManagement>%s</project>"
        .formatted(managed, dependencies(scope));
  }

  private static String dependencies(String scope) {
    return ("<dependencies><dependency><groupId>org.postgresql</groupId>"
            + "<artifactId>postgresql</artifactId>%s</dependency></dependencies>")
        .formatted(scope);
  }

  @Test
  void aDialectOrADriverTellsItWhereNoAddressDoes() {
    assertThat(of("core-hibernate.xml", "<prop>org.hibernate.dialect.PostgreSQL94Dialect</prop>"))
        .isEqualTo("postgresql");
    assertThat(of("hibernate.cfg.xml", "<property>com.mysql.cj.jdbc.Driver</property>"))
        .isEqualTo("mysql");
    assertThat(
            of(
                "db.properties",
                "url=jdbc:oracle:thin:@db\ndialect=org.hibernate.dialect.MySQL8Dialect"))
        .isEqualTo("oracle");
  }

  @Test
  void whatIsCommentedOutIsNotSetAndTheLineIsThatOfTheFile() {
    assertThat(
            vendor("application.properties", "# url=jdbc:mysql://a/b\n\nurl=jdbc:postgresql://a/b"))
        .isEqualTo(new Vendor("postgresql", new Place("application.properties", 3)));
    assertThat(
            vendor(
                "persistence.xml", "<a>\n<!--\njdbc:oracle:thin\n-->\n<b>jdbc:mysql://a</b></a>"))
        .isEqualTo(new Vendor("mysql", new Place("persistence.xml", 5)));
  }

  @Test
  void severalAreNone() {
    assertThat(
            of(
                "application-a.yml", "url: jdbc:mysql://localhost/shop",
                "application-b.yml", "url: jdbc:oracle:thin:@db"))
        .isEmpty();
  }
}
