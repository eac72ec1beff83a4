package dev.msvc.analyzers.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void theCompilersOwnSettingsSayTheJava() throws IOException {
    String build =
        """
        <project><properties><targetJdk>${jdk}</targetJdk><jdk>21</jdk></properties>
          <build>%s<plugins><plugin><artifactId>maven-compiler-plugin</artifactId>
          <configuration>%s</configuration></plugin></plugins>%s</build></project>
        """;
    String release = "<source>1.8</source><release>${targetJdk}</release>";

    assertThat(java(of("pom.xml", build.formatted("", release, "")))).isEqualTo(21);
    assertThat(java(of("pom.xml", build.formatted("", "<source>1.8</source>", "")))).isEqualTo(8);
    assertThat(
            java(
                of(
                    "pom.xml",
                    build.formatted("<pluginManagement>", release, "</pluginManagement>"))))
        .isEqualTo(21);
    assertThat(java(of("pom.xml", build.formatted("", "<release>${no}</release>", ""))))
        .isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({
    "sourceCompatibility = JavaVersion.VERSION_25, 25",
    "sourceCompatibility = VERSION_17, 17",
    "sourceCompatibility = 1.8, 8",
    "sourceCompatibility = JavaVersion.VERSION_1_8, 8",
    "sourceCompatibility = JavaVersion.toVersion(\"21\"), 21",
    "sourceCompatibility = '11', 11",
    "options.release = 21, 21",
    "options.release.set(21), 21",
    "jvmToolchain(21), 21",
    "def javaVersion = '21', 21",
    "java = \"25\", 25",
    "ext.rxjava_version = 2, -1",
    "docker_java_version = 17, -1"
  })
  void gradleSaysTheJavaInManyWays(String line, int java) throws IOException {
    assertThat(java(of("build.gradle", "java {\n  " + line + "\n}\n"))).isEqualTo(java);
  }

  @Test
  void aNameStandsForTheJavaThatItIsSetTo() throws IOException {
    assertThat(
            java(
                of(
                    "build.gradle",
                    """
                    def versions = new Versions(
                      targetJava: 21,
                      buildJava: 25,
                    )
                    ext.versions = versions
                    subprojects {
                      tasks.withType(JavaCompile).configureEach {
                        options.release.set(versions.targetJava as Integer)
                        javaCompiler = javaToolchains.compilerFor {
                          languageVersion = JavaLanguageVersion.of(versions.buildJava)
                        }
                      }
                    }
                    """)))
        .isEqualTo(21);
    assertThat(
            java(
                of(
                    "build.gradle.kts",
                    """
                    val jdk by extra("x")
                    extra["jvm"] = 17
                    kotlin { jvmToolchain(unknown) }
                    java { toolchain { languageVersion.set(JavaLanguageVersion.of(jvm)) } }
                    """)))
        .isEqualTo(-1);
    assertThat(java(of("build.gradle", "ext { jvm = '17' }\nsourceCompatibility = jvm\n")))
        .isEqualTo(17);
    assertThat(java(of("build.gradle", "sourceCompatibility = project.property('jvm')\n")))
        .isEqualTo(-1);
  }

  @Test
  void aCatalogueOrPropertiesSayWhatANameStandsFor() throws IOException {
    Files.createDirectories(root.resolve("gradle"));
    Files.writeString(root.resolve("gradle/libs.versions.toml"), "[versions]\njdk-lts = \"21\"\n");
    Files.writeString(
        root.resolve("build.gradle.kts"),
        "java { toolchain { languageVersion = JavaLanguageVersion.of(libs.versions.jdk.lts.get()) }"
            + " }");

    assertThat(java(Platform.of(root))).isEqualTo(21);

    Files.writeString(root.resolve("build.gradle.kts"), "jvmToolchain(property(\"jvm\"))");
    Files.writeString(root.resolve("gradle.properties"), "jvm=17\n");

    assertThat(java(Platform.of(root))).isEqualTo(17);
  }

  @Test
  void oneModuleDoesNotSpeakForTheOthers() throws IOException {
    Files.writeString(
        root.resolve("build.gradle"),
        """
        project(':boot') { java { sourceCompatibility = 8 } }
        subprojects { apply plugin: 'java' }
        """);
    module("boot", "tasks.withType(JavaCompile) { options.release.set(8) }");
    module("a", "sourceCompatibility = 17");
    module("apis/b", "sourceCompatibility = 17");

    assertThat(java(Platform.of(root))).isEqualTo(17);
  }

  private void module(String name, String build) throws IOException {
    Files.writeString(Files.createDirectories(root.resolve(name)).resolve("build.gradle"), build);
  }

  private static int java(Platform platform) {
    return platform.java().orElse(-1);
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

  @Test
  void whatACommentSaysIsNotSet() throws IOException {
    assertThat(
            java(
                of(
                    "build.gradle",
                    """
                    // sourceCompatibility = 1.8
                    /* options.release = 8
                     */
                    java { toolchain { languageVersion = JavaLanguageVersion.of(17) } } // of(11)
                    repositories { maven { url 'https://acme.org/8' } }
                    """)))
        .isEqualTo(17);
  }

  @Test
  void theNumberOfAVersionOfJavaIsRead() throws IOException {
    assertThat(
            java(
                of(
                    "build.gradle",
                    "options.release = JavaVersion.VERSION_17.majorVersion.toInteger()\n")))
        .isEqualTo(17);
    assertThat(
            java(of("build.gradle", "sourceCompatibility = JavaVersion.VERSION_1_8.toString()\n")))
        .isEqualTo(8);
  }
}
