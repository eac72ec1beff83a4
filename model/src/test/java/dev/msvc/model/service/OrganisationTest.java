package dev.msvc.model.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationTest {
  @Test
  void labelsAreWhatAClusterAccepts() {
    Organisation organisation =
        of("r.example.com", "shop", "example.com", Map.of("acme.com/team", "a", "tier", ""));

    assertThat(organisation.labels()).containsOnlyKeys("acme.com/team", "tier");
  }

  @ParameterizedTest
  @CsvSource({
    "a b, x, is no label",
    "Acme.com/team, x, is no label",
    "team, a b, is no value of a label",
    "team, '{{ x }}', is no value of a label",
    "app.kubernetes.io/name, x, is set by msvc",
  })
  void otherLabelsAreRefused(String key, String value, String why) {
    assertThatThrownBy(() -> of("r", "", "example.com", Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shop", "shop.eu", "-shop", "shop: x", "../shop"})
  void aNamespaceIsOneWord(String name) {
    assertThatThrownBy(() -> of("r", name, "example.com", Map.of()))
        .hasMessageContaining("is no namespace");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "https://shop.example.com", "shop example", "*.example.com"})
  void aDomainHasDotsAndNoSlashes(String name) {
    assertThatThrownBy(() -> of("r", "", name, Map.of())).hasMessageContaining("is no domain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://r.example.com", "r.example.com/", "r\nx", "r.example.com:x"})
  void aRegistryHasNoScheme(String name) {
    assertThatThrownBy(() -> of(name, "", "example.com", Map.of()))
        .hasMessageContaining("is no registry");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\nRUN x", "https://r.example.com/a", "a:", "a AS b"})
  void anImageIsOneWord(String name) {
    assertThatThrownBy(() -> of("", "", "example.com", Map.of(), name))
        .hasMessageContaining("is no image");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eclipse-temurin:17-jre", "r.example.com:5000/base/java:21", "a@sha256:"})
  void anImageMayBeOfARegistry(String name) {
    String image = name.endsWith(":") ? name + "0".repeat(64) : name;

    assertThat(of("", "", "example.com", Map.of(), image).baseImage()).isEqualTo(image);
  }

  @Test
  void theReleaseOfJavaStandsInTheNameOfAnImage() {
    Organisation ours = of("", "", "example.com", Map.of(), "r.example.com/java{java}:1");

    assertThat(ours.running(ServiceOptions.Java.JAVA_25).baseImage())
        .isEqualTo("r.example.com/java25:1");
    assertThat(Organisation.DEFAULT.running(ServiceOptions.Java.JAVA_17).baseImage())
        .isEqualTo("eclipse-temurin:17-jre");
  }

  @ParameterizedTest
  @CsvSource({
    "eclipse-temurin:17-jre, 17",
    "gcr.io/distroless/java17-debian12:nonroot, 17",
    "r.example.com:5000/base/java:21, 21",
    "amazoncorretto:25, 25",
    "ubi9/openjdk-21-runtime:1.20, 21",
    "eclipse-temurin:{java}-jre, -1",
    "r.example.com/base:17, -1",
    "openjdk:2024.1, -1"
  })
  void theNameOfAnImageMaySayItsJava(String image, int java) {
    assertThat(of("", "", "example.com", Map.of(), image).javaOfImage().orElse(-1)).isEqualTo(java);
  }

  private static Organisation of(
      String registry, String namespace, String domain, Map<String, String> labels) {
    return of(registry, namespace, domain, labels, Organisation.DEFAULT.baseImage());
  }

  private static Organisation of(
      String registry,
      String namespace,
      String domain,
      Map<String, String> labels,
      String baseImage) {
    Organisation base = Organisation.DEFAULT;
    return new Organisation(
        base.packagePrefix(),
        registry,
        base.java(),
        baseImage,
        namespace,
        domain,
        labels,
        base.issuer(),
        base.gateway(),
        base.mesh(),
        base.pipeline(),
        base.monitoring(),
        base.secrets(),
        base.logs(),
        base.config());
  }
}
