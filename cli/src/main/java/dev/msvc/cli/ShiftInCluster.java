package dev.msvc.cli;

import dev.msvc.cluster.deploy.ChangePlanner;
import dev.msvc.cluster.deploy.Terms;
import dev.msvc.cluster.release.Release;
import dev.msvc.cluster.router.RouterKind;
import dev.msvc.cluster.state.ClusterShiftStore;
import dev.msvc.generators.shift.ShiftJob;
import dev.msvc.generators.template.Templates;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.yaml.ManifestFiles;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc strangle start --in-cluster}: a Job follows the plan, with the least rights. */
final class ShiftInCluster {
  private final Invocation call;
  private final ShiftFolder folder;
  private final ShiftPlan plan;

  ShiftInCluster(Invocation call, ShiftFolder folder, ShiftPlan plan) {
    this.call = call;
    this.folder = folder;
    this.plan = plan;
  }

  static void options(CommandSpec spec) {
    spec.addOption(
        Spec.flag("--in-cluster", "start: as a Job, for soaks of hours; shows it and asks"));
    spec.addOption(
        Spec.option(new String[] {"--image"}, "IMAGE", "start --in-cluster: that has msvc in it"));
    spec.addOption(
        Spec.option(
            new String[] {"--rollback-unwatched"},
            "TIME",
            "start --in-cluster: leave a CronJob that brings all back where nobody watches for so"
                + " long"));
    ShiftSecrets.options(spec);
  }

  int run() {
    if (RouterKind.of(plan, folder.shown()).home() != RouterKind.Home.CLUSTER) {
      throw new UserError(
          "%s:%d: router %s is in no cluster, and no Job there could reach it"
              .formatted(folder.shown(), plan.router().line(), plan.router().kind()),
          "follow the plan here: msvc strangle start " + plan.name());
    }
    String image = call.option("--image");
    if (image == null) {
      throw call.wrong(
          "say which image has msvc in it: --image registry/msvc:1 (docs/strangle.md)");
    }
    String unwatched = call.option("--rollback-unwatched");
    if (unwatched != null
        && Rollout.time(unwatched).compareTo(plan.tolerance().window().multipliedBy(2)) < 0) {
      throw call.wrong(
          "a shift is looked at once in %s: --rollback-unwatched is at least twice that"
              .formatted(ShiftScreen.words(plan.tolerance().window())));
    }
    ShiftNeighbours near = ShiftNeighbours.of(call, folder, plan);
    near.require();
    SortedMap<String, String> settings = plan.router().settings();
    String context = call.option("--context");
    try (ClusterAccess access =
        ClusterAccess.of(
            call, context == null ? "" : context, namespace(settings.get("namespace")))) {
      ShiftJob job =
          new ShiftJob(
              plan.name(),
              access.namespace(),
              route(settings),
              image,
              folder.text(),
              attempt(access),
              unwatched == null ? "" : unwatched,
              reached(near, access.namespace()),
              others(near, access.namespace()),
              new ShiftSecrets(call, folder, plan, near.after()).of(access));
      Release release = new Release(access.namespace(), "shift-" + plan.name());
      // its end is days away: nothing is waited for
      return new Deployment(call, access)
          .run(
              () ->
                  Agreed.of(
                      new ChangePlanner(access.api(), access.kinds()),
                      access.store().inventory(release),
                      manifests(job),
                      new Terms(false, false, Set.of(), Set.of()),
                      "strangle start --in-cluster",
                      Agreed.ROLLING),
              new Rollout.Patience(Duration.ZERO, false));
    }
  }

  private @Nullable String namespace(@Nullable String ofRoute) {
    return ofRoute == null ? call.option("-n") : ofRoute;
  }

  /** A Job that ended stays as it is; another attempt is another Job. */
  private int attempt(ClusterAccess access) {
    return call.has("--again")
        ? new ClusterShiftStore(access.api(), access.kinds(), access.namespace(), plan.name())
            .read()
            .entries()
            .size()
        : 0;
  }

  /** Namespaces besides the route's in which endpoints are looked at. */
  private SortedSet<String> reached(ShiftNeighbours near, String namespace) {
    SortedSet<String> reached = new TreeSet<>();
    List<ShiftPlan> moved = new ArrayList<>(near.after());
    moved.add(plan);
    for (ShiftPlan each : moved) {
      for (String address : List.of(each.monolith(), each.service())) {
        String[] parts = URI.create(address).getHost().split("\\.", -1);
        if (parts.length == 2 || (parts.length > 2 && parts[2].equals("svc"))) {
          reached.add(parts[1]);
        }
      }
    }
    reached.remove(namespace);
    return reached;
  }

  /** What the Job must know of others: it waits for some, and takes others back. */
  private List<ShiftJob.Other> others(ShiftNeighbours near, String namespace) {
    List<ShiftJob.Other> others = new ArrayList<>();
    near.before().forEach(each -> others.add(other(each, namespace, false)));
    near.after().forEach(each -> others.add(other(each, namespace, true)));
    return others;
  }

  private ShiftJob.Other other(ShiftPlan its, String namespace, boolean goesBack) {
    ShiftFolder where = new ShiftFolder(folder.directory(), its.name());
    SortedMap<String, String> settings = its.router().settings();
    if (RouterKind.of(its, where.shown()).home() != RouterKind.Home.CLUSTER
        || !settings.getOrDefault("namespace", namespace).equals(namespace)) {
      throw new UserError(
          "%s:%d: shift %s is not in namespace %s, and the Job of %s has no rights elsewhere"
              .formatted(where.shown(), its.router().line(), its.name(), namespace, plan.name()),
          "have their routes in one namespace, or follow the plan here: msvc strangle start "
              + plan.name());
    }
    return new ShiftJob.Other(its.name(), route(settings), where.text(), goesBack);
  }

  private static ShiftJob.Route route(SortedMap<String, String> settings) {
    String gateway = settings.get("route");
    return gateway == null
        ? new ShiftJob.Route(
            "networking.istio.io",
            "virtualservices",
            String.valueOf(settings.get("virtual-service")))
        : new ShiftJob.Route("gateway.networking.k8s.io", "httproutes", gateway);
  }

  private static List<Manifest> manifests(ShiftJob job) {
    List<Manifest> manifests = new ArrayList<>();
    for (PlannedFile each : job.files(Templates.BUNDLED)) {
      manifests.addAll(ManifestFiles.read(each.path(), each.text()));
    }
    return manifests;
  }
}
