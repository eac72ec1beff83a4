package dev.msvc.cli;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the built distribution says of what is in it. */
class ThirdPartyIT {
  private static final Path DISTRIBUTION = Path.of("target/msvc").toAbsolutePath();
  private static final Path SBOM = DISTRIBUTION.resolve("sbom.cdx.json");

  @BeforeEach
  void requireOnline() {
    // CycloneDX's plug-in wants to be online, and Maven leaves it out where it is not
    boolean offline = "is true".equals(System.getProperty("maven.offline"));
    assumeThat(offline).as("mvn -o makes no SBOM: run without -o, and this is tested").isFalse();
  }

  @Test
  void eachJarIsInTheSbomWithItsHashAndInTheListWithItsLicence() throws Exception {
    Map<String, JsonNode> byHash = componentsByHash();
    List<String> licensed = Files.readAllLines(DISTRIBUTION.resolve("THIRD-PARTY.txt"));

    assertThat(jars()).hasSizeGreaterThan(20);
    for (Path jar : jars()) {
      JsonNode component = byHash.get(sha256(jar));
      assertThat(component).as("%s in the SBOM", jar.getFileName()).isNotNull();
      String group = component.path("group").asText();
      String name = component.path("name").asText();
      if (!group.equals("dev.msvc")) {
        String listed = "(%s:%s:%s".formatted(group, name, component.path("version").asText());
        assertThat(licensed)
            .as("%s in THIRD-PARTY.txt, with a licence", jar.getFileName())
            .anyMatch(line -> line.contains(listed) && line.strip().matches("\\([A-Z].*\\) .*"));
      }
    }
  }

  @Test
  void picocliIsNamedThoughItsClassesAreCompiledHere() throws Exception {
    assertThat(purls()).anyMatch(each -> each.startsWith("pkg:maven/info.picocli/picocli@"));
    assertThat(DISTRIBUTION.resolve("THIRD-PARTY.txt"))
        .content()
        .contains("(info.picocli:picocli:");
  }

  @Test
  void whatOnlyTestsUseIsNotNamed() throws Exception {
    assertThat(purls()).noneMatch(each -> each.contains("junit") || each.contains("assertj"));
    assertThat(DISTRIBUTION.resolve("THIRD-PARTY.txt"))
        .content()
        .doesNotContain("junit", "assertj");
  }

  @Test
  void noClockIsInTheSbomSoThatTheSameSourcesGiveTheSame() throws Exception {
    JsonNode sbom = new ObjectMapper().readTree(SBOM.toFile());

    assertThat(sbom.path("metadata").has("timestamp")).isFalse();
    // of version 3: made from names, not drawn
    assertThat(sbom.path("serialNumber").asText()).matches("urn:uuid:.{14}3.*");
  }

  private static List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.list(DISTRIBUTION.resolve("lib"))) {
      // the program itself is what the SBOM is of
      return files
          .filter(each -> each.toString().endsWith(".jar") && !each.endsWith("msvc.jar"))
          .sorted()
          .toList();
    }
  }

  private static List<String> purls() throws IOException {
    List<String> purls = new ArrayList<>();
    components().forEach(each -> purls.add(each.path("purl").asText()));
    return purls;
  }

  private static JsonNode components() throws IOException {
    return new ObjectMapper().readTree(SBOM.toFile()).path("components");
  }

  private static Map<String, JsonNode> componentsByHash() throws IOException {
    return StreamSupport.stream(components().spliterator(), false)
        .filter(each -> !hash(each).isEmpty())
        .collect(toMap(ThirdPartyIT::hash, each -> each, (one, other) -> one));
  }

  private static String hash(JsonNode component) {
    for (JsonNode each : component.path("hashes")) {
      if (each.path("alg").asText().equals("SHA-256")) {
        return each.path("content").asText();
      }
    }
    return "";
  }

  private static String sha256(Path file) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(hash);
  }
}
