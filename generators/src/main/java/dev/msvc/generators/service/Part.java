package dev.msvc.generators.service;

import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A part of a service that can be generated on its own.
 *
 * @param name as {@code msvc generate} is told of it
 * @param does what it is, in a few words
 * @param wanted whether a service of an organisation has it
 */
public record Part(String name, String does, Generator generator, Predicate<Organisation> wanted) {
  /** The catalogue, in the order in which parts are named to people. */
  public static final List<Part> ALL =
      List.of(
          // what answers
          new Part("code", "its project, with tests", new JavaSpringGenerator(), all -> true),
          // what others call it by
          new Part("proto", "its gRPC contract", new ProtoGenerator(), all -> true),
          new Part("client", "calls it, from Java", new ClientGenerator(), all -> true),
          new Part("openapi", "its REST contract", new OpenApiGenerator(), all -> true),
          // what a developer starts
          new Part("compose", "starts it on a laptop", new ComposeGenerator(), all -> true),
          // what runs it, in a cluster of any kind
          new Part("manifests", "runs it in a cluster", new ManifestsGenerator(), all -> true),
          // the same with values, as pipelines install it
          new Part("helm", "installs it, by a chart", new HelmGenerator(), all -> true),
          // how it is reached from outside, and by others
          new Part("gateway", "lets callers in", new GatewayGenerator(), Part::hasRoutes),
          new Part("istio", "secures and balances calls", new IstioGenerator(), Part::hasIstio),
          // what sees how it does there
          new Part("monitoring", "watches it", new MonitoringGenerator(), Part::hasPrometheus),
          new Part("logging", "collects what it logs", new LoggingGenerator(), Part::hasFluentBit),
          // what brings it there
          new Part(
              "pipeline",
              "builds, tests and delivers it",
              new PipelineGenerator(),
              Part::hasPipeline));

  private static boolean hasRoutes(Organisation organisation) {
    return organisation.gateway() == Organisation.Gateway.GATEWAY_API
        || organisation.gateway() == Organisation.Gateway.KONG;
  }

  private static boolean hasIstio(Organisation organisation) {
    return organisation.mesh() == Organisation.Mesh.ISTIO
        // which knows services by their proxies
        || organisation.gateway() == Organisation.Gateway.ISTIO;
  }

  private static boolean hasPipeline(Organisation organisation) {
    return organisation.pipeline() != Organisation.Pipeline.NONE;
  }

  private static boolean hasPrometheus(Organisation organisation) {
    return organisation.monitoring() == Organisation.Monitoring.PROMETHEUS;
  }

  private static boolean hasFluentBit(Organisation organisation) {
    return organisation.logs() == Organisation.Logs.FLUENT_BIT;
  }

  /** Its files, by path. */
  public List<PlannedFile> files(Blueprint blueprint) {
    return generator.files(blueprint).stream().sorted().toList();
  }

  /** All files of a service that its organisation wants, by path. */
  public static List<PlannedFile> service(Blueprint blueprint) {
    List<PlannedFile> files = new ArrayList<>();
    for (Part each : ALL) {
      if (each.wanted.test(blueprint.organisation())) {
        files.addAll(each.generator.files(blueprint));
      }
    }
    return files.stream().sorted().toList();
  }
}
