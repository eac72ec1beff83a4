package dev.msvc.generators.service;

import dev.msvc.generators.proto.NumberLock;
import dev.msvc.generators.proto.ProtoContract;
import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.ServiceOptions;
import dev.msvc.model.service.ServiceSpec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A service as a cluster sees it: what manifests, chart, mesh and gateway have in common. */
public record Workload(ServiceSpec service, Organisation organisation) {
  private static final String FIRST_VERSION = "0.1.0";

  /** Of the service, its objects and its container. */
  public String name() {
    return service.name().value();
  }

  /** For people, on one line and without signs that steer it; empty for none. */
  public String description() {
    return service.description().replaceAll("[\\s\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
  }

  /** Of the first image; pipelines give others. */
  public String version() {
    return FIRST_VERSION;
  }

  /** The image without its tag. */
  public String repository() {
    String registry = organisation.registry();
    return registry.isEmpty() ? name() : registry + "/" + name();
  }

  public String image() {
    return repository() + ":" + version();
  }

  /** Empty for that of the kubeconfig. */
  public String namespace() {
    return organisation.namespace();
  }

  /** The organisation's own, without those that every object has. */
  public Map<String, String> labels() {
    return organisation.labels();
  }

  public boolean database() {
    return service.options().database() == ServiceOptions.Database.POSTGRESQL;
  }

  /** The database's own, and that of its user. */
  public String databaseName() {
    return name().replace('-', '_');
  }

  /** The Secret with the database's {@code username} and {@code password}. */
  public String databaseSecret() {
    return name() + "-database";
  }

  /** Whether callers may come with a key in place of a token. */
  public boolean apiKeys() {
    return service.options().apiKeys();
  }

  /** The Secret with hashes of API keys, in {@code keys}. */
  public String apiKeysSecret() {
    return name() + "-api-keys";
  }

  /** Where the service looks for that. */
  public String apiKeysFolder() {
    return "/etc/" + name() + "/api-keys";
  }

  /** Whether its configuration is in Consul as well. */
  public boolean consul() {
    return organisation.config() == Organisation.Config.CONSUL;
  }

  /** The Secret with the {@code token} that Consul wants. */
  public String consulSecret() {
    return name() + "-consul";
  }

  /** The environment, less what is secret. */
  public Map<String, String> configuration() {
    Map<String, String> all = new LinkedHashMap<>();
    if (consul()) {
      all.put("CONSUL_HOST", "consul-server.consul");
    }
    if (database()) {
      all.put(
          "DATABASE_URL",
          "jdbc:postgresql://%s:5432/%s".formatted(databaseSecret(), databaseName()));
    }
    all.put("JAVA_TOOL_OPTIONS", "-XX:MaxRAMPercentage=60.0 -XX:+ExitOnOutOfMemoryError");
    all.put("JWT_AUDIENCE", name());
    all.put("JWT_ISSUER", organisation.issuer());
    all.put("JWT_JWK_SET_URI", organisation.issuer() + "/.well-known/jwks.json");
    return all;
  }

  /** Changes whenever the configuration does. */
  public String checksum() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(configuration().toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether Istio's proxy stands beside each pod; its gateway asks for that, too. */
  public boolean mesh() {
    return organisation.mesh() == Organisation.Mesh.ISTIO || gatewayOfIstio();
  }

  public boolean externalSecrets() {
    return database() && organisation.secrets() == Organisation.Secrets.EXTERNAL_SECRETS;
  }

  public boolean prometheus() {
    return organisation.monitoring() == Organisation.Monitoring.PROMETHEUS;
  }

  /** Where what watches runs. */
  public String monitoringNamespace() {
    return "monitoring";
  }

  /** Where the gateway runs; empty where there is none. */
  public String gatewayNamespace() {
    return switch (organisation.gateway()) {
      case GATEWAY_API -> "gateway";
      case ISTIO -> "istio-ingress";
      case KONG -> "kong";
      case NONE -> "";
    };
  }

  /** The Gateway of the platform that routes hang below. */
  public String gatewayName() {
    return "public";
  }

  /** Whether calls from outside come by routes of the Gateway API. */
  public boolean gatewayApi() {
    return organisation.gateway() == Organisation.Gateway.GATEWAY_API;
  }

  /** Whether calls from outside come through Istio's own gateway. */
  public boolean gatewayOfIstio() {
    return organisation.gateway() == Organisation.Gateway.ISTIO;
  }

  /** As callers in the mesh name it. */
  public String meshHost() {
    return name();
  }

  /** As callers in the cluster name it, from any namespace. */
  public String clusterHost() {
    String namespace = namespace().isEmpty() ? "default" : namespace();
    return "%s.%s.svc.cluster.local".formatted(name(), namespace);
  }

  /** All its pods by one name, for callers that choose one by themselves. */
  public String headlessHost() {
    return name() + "-headless" + (namespace().isEmpty() ? "" : "." + namespace());
  }

  /** As callers outside name it. */
  public String host() {
    return name() + "." + organisation.domain();
  }

  /**
   * The same for gRPC where one name cannot be for both; one certificate of the domain has both.
   */
  public String grpcHost() {
    return name() + "-grpc." + organisation.domain();
  }

  /** Below which paths its aggregates are reached. */
  public List<String> paths() {
    return service.aggregates().stream()
        .filter(AggregateSpec::isCalled)
        .map(AggregateSpec::path)
        .sorted()
        .toList();
  }

  /** The services of its contract, as gRPC calls them: {@code acme.orders.v1.OrderService}. */
  public List<String> grpcServices() {
    ProtoContract contract = ProtoContract.of(service, NumberLock.NONE);
    return contract.files().stream()
        .flatMap(each -> each.services().stream())
        .map(each -> contract.packageName() + "." + each.name())
        .sorted()
        .toList();
  }

  /** What has a namespace by itself, and what only some have, as the files are called. */
  public List<String> manifests() {
    List<String> all = new ArrayList<>();
    if (!namespace().isEmpty()) {
      all.add("00-namespace.yaml");
    }
    all.addAll(List.of("configmap-live.yaml", "configmap.yaml", "deployment.yaml"));
    if (externalSecrets()) {
      all.add("externalsecret.yaml");
    }
    all.addAll(
        List.of(
            "horizontalpodautoscaler.yaml",
            "networkpolicy.yaml",
            "poddisruptionbudget.yaml",
            "service-headless.yaml",
            "service.yaml",
            "serviceaccount.yaml"));
    return all;
  }
}
