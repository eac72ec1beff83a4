package dev.msvc.cli;

import dev.msvc.cluster.api.ApiFailure;
import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.cluster.router.RouteLines;
import dev.msvc.cluster.router.RouterKind;
import dev.msvc.generators.router.Door;
import dev.msvc.generators.router.RouterFiles;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.yaml.ManifestFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc strangle route}: what a router must hold before a shift moves its weights. */
final class ShiftRouting {
  private final Invocation call;
  private final ShiftFolder folder;
  private final ShiftPlan plan;
  private final RouterKind kind;

  private ShiftRouting(Invocation call, ShiftFolder folder, ShiftPlan plan) {
    this.call = call;
    this.folder = folder;
    this.plan = plan;
    this.kind = RouterKind.of(plan, folder.shown());
  }

  static void options(CommandSpec spec) {
    spec.addOption(
        Spec.list(
            "--parent",
            "GATEWAY",
            "route: where clients ask, in a cluster: NAME or NAMESPACE/NAME"));
    spec.addOption(Spec.list("--host", "NAME", "route: by which name clients ask, in a cluster"));
    spec.addOption(
        Spec.option(new String[] {"--against"}, "FILE", "route --diff: what the router reads now"));
  }

  static int run(Invocation call, ShiftFolder folder, ShiftPlan plan) {
    return new ShiftRouting(call, folder, plan).run();
  }

  private int run() {
    Door door = new Door(call.options("--parent"), call.options("--host"));
    boolean cluster = kind.home() == RouterKind.Home.CLUSTER;
    if (!cluster && !door.equals(Door.UNSAID)) {
      throw call.wrong("--parent and --host are for routes in a cluster");
    }
    List<PlannedFile> files = RouterFiles.of(plan, folder.shown(), door);
    if (call.has("--diff")) {
      return cluster ? inCluster(files.get(0)) : beside(files);
    }
    for (PlannedFile each : files) {
      if (files.size() > 1) {
        call.console().line("# " + each.path());
      }
      each.text().lines().forEach(call.console()::line);
    }
    return 0;
  }

  private int told(List<String> diff) {
    diff.forEach(call.console()::line);
    if (diff.isEmpty()) {
      call.console().say("the router holds what it must");
    }
    return !diff.isEmpty() && call.has("--exit-code") ? 4 : 0;
  }

  /** The rules of the live route, without what others have in it, and without weights. */
  private int inCluster(PlannedFile printed) {
    KubeObject must = ManifestFiles.read(printed.path(), printed.text()).get(0).object();
    Set<String> names = plan.rules().stream().map(Rule::id).collect(Collectors.toSet());
    try (ClusterAccess access = ClusterAccess.of(call)) {
      SortedMap<String, String> settings = plan.router().settings();
      String namespace = settings.getOrDefault("namespace", access.namespace());
      ObjectKey key = new ObjectKey(must.group(), must.kind(), namespace, must.name());
      ResourceKind served = access.kinds().of(must.apiVersion(), must.kind());
      KubeObject live = served == null ? null : access.api().get(served, key);
      String file = "%s/%s in %s".formatted(must.kind(), must.name(), namespace);
      return told(
          TextDiff.of(
              file, live == null ? "" : RouteLines.of(live, names), RouteLines.of(must, names)));
    } catch (ApiFailure failure) {
      throw failure.forUser();
    }
  }

  /** A file that the router reads: named, or the one of which the plan says where it is. */
  private int beside(List<PlannedFile> files) {
    String against = call.option("--against");
    String named = against == null ? plan.router().settings().get("include") : against;
    if (named == null) {
      throw new UserError(
          "%s does not say what it was told to hold".formatted(kind.word()),
          "name its file: msvc strangle route %s --diff --against FILE".formatted(plan.name()),
          2);
    }
    Path file = call.directory().resolve(named);
    String must = against == null ? weights(files) : files.get(0).text();
    try {
      String now = Files.exists(file) ? Files.readString(file) : "";
      return told(TextDiff.of(file.toString(), now, must));
    } catch (IOException e) {
      throw new UserError("%s cannot be read".formatted(file), "see who may read it", 8);
    }
  }

  /** As they are live: that a shift moved them is no difference. */
  private String weights(List<PlannedFile> files) {
    try (ShiftPlace place = ShiftPlace.of(call, folder, plan)) {
      return RouterFiles.nginxWeights(plan, place.router().look().weights());
    } catch (UserError notYet) {
      return files.stream()
          .filter(each -> each.path().endsWith("-weights.conf"))
          .map(PlannedFile::text)
          .collect(Collectors.joining());
    }
  }
}
