package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.ResourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductionVendorTest {
  private static String of(String... pathsAndTexts) {
    List<ResourceFile> files = new ArrayList<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      String text = pathsAndTexts[i + 1];
      files.add(new ResourceFile(pathsAndTexts[i], "", text.length(), () -> text));
    }
    return ProductionVendor.of(files);
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
    String driver =
        "<dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId>%s</dependency>";
    assertThat(
            of("application.properties", "url=jdbc:h2:mem:shop", "pom.xml", driver.formatted("")))
        .isEqualTo("postgresql");
    assertThat(of("pom.xml", driver.formatted("<scope>test</scope>"))).isEmpty();
    assertThat(of("build.gradle", "testRuntimeOnly 'org.postgresql:postgresql:42'")).isEmpty();
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
