package dev.msvc.model.service;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What all services of an organisation have in common: {@code organisation} of {@code msvc.yaml}.
 *
 * @param packagePrefix of services that name no package
 * @param registry where images are; an image is {@code registry/name}
 * @param java what services are made for that do not say it
 * @param baseImage that images start from; with its tag, in which {@link #JAVA} stands for the
 *     release that a service is made for
 * @param namespace of the cluster; empty for that of the kubeconfig
 * @param domain below which services are reached, as {@code orders.shop.example.com}
 * @param labels of every object
 * @param issuer of the tokens that services accept, a URL
 */
public record Organisation(
    PackageName packagePrefix,
    String registry,
    ServiceOptions.Java java,
    String baseImage,
    String namespace,
    String domain,
    Map<String, String> labels,
    String issuer,
    Gateway gateway,
    Mesh mesh,
    Pipeline pipeline,
    Monitoring monitoring,
    Secrets secrets,
    Logs logs,
    Config config) {

  /** Stands in the name of an image for the release of Java. */
  public static final String JAVA = "{java}";

  private static final Pattern IN_IMAGE =
      Pattern.compile("(?:java|jdk|jre|temurin|corretto)[-:]?(\\d{1,2})(?!\\d)");

  /** What is used where nothing is said. */
  public static final Organisation DEFAULT =
      new Organisation(
          new PackageName("com.example"),
          "registry.example.com",
          ServiceOptions.Java.JAVA_17,
          "eclipse-temurin:" + JAVA + "-jre",
          "",
          "example.com",
          Map.of(),
          "https://login.example.com",
          Gateway.GATEWAY_API,
          Mesh.NONE,
          Pipeline.GITHUB,
          Monitoring.PROMETHEUS,
          Secrets.KUBERNETES,
          Logs.NONE,
          Config.KUBERNETES);

  public Organisation {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    ClusterWords.namespace(namespace);
    ClusterWords.domain(domain);
    ClusterWords.registry(registry);
    ClusterWords.image(baseImage);
    labels.forEach(ClusterWords::label);
  }

  /** How services are reached from outside. */
  public enum Gateway {
    /** Routes of the Gateway API, below a Gateway that is there. */
    GATEWAY_API,
    /** Istio's own gateway. */
    ISTIO,
    KONG,
    NONE
  }

  /** What stands between services. */
  public enum Mesh {
    ISTIO,
    NONE
  }

  /** What builds and tests services. */
  public enum Pipeline {
    GITHUB,
    GITLAB,
    NONE
  }

  /** What watches services. */
  public enum Monitoring {
    /** Kinds of the Prometheus operator, and a dashboard for Grafana. */
    PROMETHEUS,
    NONE
  }

  /** Where secrets come from. */
  public enum Secrets {
    /** A Secret that somebody makes. */
    KUBERNETES,
    /** An ExternalSecret of the External Secrets operator. */
    EXTERNAL_SECRETS
  }

  /** What collects the lines that services log. */
  public enum Logs {
    /** A configuration for Fluent Bit. */
    FLUENT_BIT,
    /** The cluster's affair. */
    NONE
  }

  /** Where services find their configuration, beside their environment. */
  public enum Config {
    /** ConfigMaps alone. */
    KUBERNETES,
    /** The key-value store of Consul as well. */
    CONSUL
  }

  /** The same with one part of the cluster chosen otherwise. */
  public Organisation with(Gateway other) {
    return new Organisation(
        packagePrefix,
        registry,
        java,
        baseImage,
        namespace,
        domain,
        labels,
        issuer,
        other,
        mesh,
        pipeline,
        monitoring,
        secrets,
        logs,
        config);
  }

  /** The same with a mesh or without. */
  public Organisation with(Mesh other) {
    return new Organisation(
        packagePrefix,
        registry,
        java,
        baseImage,
        namespace,
        domain,
        labels,
        issuer,
        gateway,
        other,
        pipeline,
        monitoring,
        secrets,
        logs,
        config);
  }

  /** The same with another pipeline. */
  public Organisation with(Pipeline other) {
    return new Organisation(
        packagePrefix,
        registry,
        java,
        baseImage,
        namespace,
        domain,
        labels,
        issuer,
        gateway,
        mesh,
        other,
        monitoring,
        secrets,
        logs,
        config);
  }

  /** The same as a service for a release of Java sees it: with the image that runs it. */
  public Organisation running(ServiceOptions.Java release) {
    return new Organisation(
        packagePrefix,
        registry,
        java,
        baseImage.replace(JAVA, String.valueOf(release.release())),
        namespace,
        domain,
        labels,
        issuer,
        gateway,
        mesh,
        pipeline,
        monitoring,
        secrets,
        logs,
        config);
  }

  /** The release of Java that the image has, as far as its name says so. */
  public OptionalInt javaOfImage() {
    Matcher named = IN_IMAGE.matcher(baseImage);
    return named.find() ? OptionalInt.of(Integer.parseInt(named.group(1))) : OptionalInt.empty();
  }

  /** A word of Java's own is written as Java's specification advises. */
  private static String word(ServiceName service) {
    String word = service.compact();
    return JavaWords.RESERVED.contains(word) ? word + "_" : word;
  }

  /** The package of a service that names none. */
  public PackageName packageOf(ServiceName service, Optional<PackageName> named) {
    return named.orElseGet(() -> new PackageName(packagePrefix.value() + "." + word(service)));
  }
}
