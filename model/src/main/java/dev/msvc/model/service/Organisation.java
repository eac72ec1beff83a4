package dev.msvc.model.service;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What all services of an organisation have in common: {@code organisation} of {@code msvc.yaml}.
 *
 * @param packagePrefix of services that name no package
 * @param registry where images are; an image is {@code registry/name}
 * @param baseImage that images start from; with its tag
 * @param namespace of the cluster; empty for that of the kubeconfig
 * @param domain below which services are reached, as {@code orders.shop.example.com}
 * @param labels of every object
 * @param issuer of the tokens that services accept, a URL
 */
public record Organisation(
    PackageName packagePrefix,
    String registry,
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

  /** What is used where nothing is said. */
  public static final Organisation DEFAULT =
      new Organisation(
          new PackageName("com.example"),
          "registry.example.com",
          "eclipse-temurin:17-jre",
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
