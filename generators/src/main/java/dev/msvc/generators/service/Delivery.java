package dev.msvc.generators.service;

import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.StandardOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a service gets from its repository into clusters. */
public record Delivery(Workload workload) {
  /** The image without its tag; empty for a registry that comes with the repository. */
  public String repository() {
    return workload.organisation().registry().isEmpty() ? "" : workload.repository();
  }

  /** Where the image is pushed. */
  public Registry registry() {
    return Registry.of(workload.organisation().registry());
  }

  public String stagingHost() {
    return workload.name() + ".staging." + workload.organisation().domain();
  }

  public String stagingGrpcHost() {
    return workload.name() + "-grpc.staging." + workload.organisation().domain();
  }

  /** What can be asked for without knowing what is there; never none. */
  public List<Read> reads() {
    List<Read> reads = new ArrayList<>();
    reads.add(new Read("/v3/api-docs", 200, true));
    for (AggregateSpec each : workload.service().aggregates()) {
      if (each.can(StandardOperation.LIST)) {
        reads.add(new Read(each.path() + "?pageSize=20", 200, false));
      } else if (each.can(StandardOperation.GET)) {
        reads.add(new Read(each.path() + "/" + nobody(each), 404, false));
      }
    }
    return reads;
  }

  private static String nobody(AggregateSpec aggregate) {
    return switch (aggregate.id()) {
      case UUID -> "00000000-0000-0000-0000-000000000000";
      case LONG -> "0";
      case STRING -> "nobody";
    };
  }

  /**
   * A request of the load test.
   *
   * @param status that answers it, with a token
   * @param open whether it is answered without one
   */
  public record Read(String path, int status, boolean open) {}

  /**
   * A registry of images, by the way in which jobs show it who they are.
   *
   * @param kind the template that logs in
   * @param region of Amazon's; empty elsewhere
   */
  public record Registry(String host, String kind, String region) {
    private static final Pattern AMAZON =
        Pattern.compile("\\d+\\.dkr\\.ecr\\.([a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?");

    /** The template that logs in from a job of GitLab. */
    public String onGitlab() {
      if (kind.equals("aws")) {
        return kind;
      }
      return host.isEmpty() || host.equals("registry.gitlab.com") ? "gitlab" : "other";
    }

    static Registry of(String registry) {
      String host = registry.replaceFirst("/.*", "");
      Matcher amazon = AMAZON.matcher(host);
      if (amazon.matches()) {
        return new Registry(host, "aws", amazon.group(1));
      }
      if (host.isEmpty() || host.equals("ghcr.io")) {
        return new Registry(host, "github", "");
      }
      if (host.endsWith(".azurecr.io")) {
        return new Registry(host, "azure", "");
      }
      boolean google =
          host.endsWith(".pkg.dev") || host.endsWith(".gcr.io") || host.equals("gcr.io");
      return new Registry(host, google ? "google" : "other", "");
    }
  }
}
