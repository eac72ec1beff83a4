package dev.msvc.analyzers.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
  @TempDir Path root;

  @Test
  void theParentSaysWhichSpringBootItIs() throws IOException {
    assertThat(
            of(
                "pom.xml",
                """
                <project><parent><groupId>org.springframework.boot</groupId>
                  <artifactId>spring-boot-starter-parent</artifactId><version>3.2.4</version></parent>
                  <properties><java.version>17</java.version></properties></project>
                """))
        .isEqualTo(new Platform("3.2.4", OptionalInt.of(17)));
  }

  @Test
  void managedDependenciesAndPropertiesSayItToo() throws IOException {
    assertThat(
            of(
                "pom.xml",
                """
                <project><properties><boot>2.7.18</boot><maven.compiler.source>1.8</maven.compiler.source></properties>
                  <dependencyManagement><dependencies><dependency><groupId>org.springframework.boot</groupId>
                  <artifactId>spring-boot-dependencies</artifactId><version>${boot}</version></dependency>
                  </dependencies></dependencyManagement></project>
                """))
        .isEqualTo(new Platform("2.7.18", OptionalInt.of(8)));
  }

  @Test
  void gradleSaysItInItsOwnWays() throws IOException {
    assertThat(
            of(
                "build.gradle",
                """
                plugins { id 'org.springframework.boot' version '3.4.1' }
                java { toolchain { languageVersion = JavaLanguageVersion.of(21) } }
                """))
        .isEqualTo(new Platform("3.4.1", OptionalInt.of(21)));
    assertThat(
            of(
                    "build.gradle.kts",
                    """
                plugins { id("org.springframework.boot") version "4.0.7" }
                """)
                .springBoot())
        .isEqualTo("4.0.7");
  }

  @Test
  void aFolderWithoutABuildFileSaysNothing() {
    assertThat(Platform.of(root)).isEqualTo(Platform.UNKNOWN);
  }

  private Platform of(String file, String text) throws IOException {
    Path folder = Files.createTempDirectory(root, "build");
    Files.writeString(folder.resolve(file), text);
    return Platform.of(folder);
  }

  @Test
  void whatTheBuildFileAtTheRootDoesNotSayThoseBelowItDo() throws IOException {
    Files.writeString(
        root.resolve("pom.xml"),
        "<project><properties><java.version>21</java.version></properties></project>");
    Path bom = Files.createDirectories(root.resolve("bom"));
    Files.writeString(
        bom.resolve("pom.xml"),
        """
        <project><properties>
          <version.spring-boot>3.4.1</version.spring-boot><java.version>8</java.version>
        </properties></project>
        """);

    assertThat(Platform.of(root)).isEqualTo(new Platform("3.4.1", OptionalInt.of(21)));
  }
}
