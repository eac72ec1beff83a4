package dev.msvc.cli;

import dev.msvc.cluster.deploy.Change;
import dev.msvc.cluster.deploy.ChangePlanner;
import dev.msvc.cluster.deploy.Deployer;
import dev.msvc.cluster.deploy.Terms;
import dev.msvc.cluster.lease.LeaseLock;
import dev.msvc.cluster.release.Inventory;
import dev.msvc.cluster.release.Release;
import dev.msvc.cluster.release.Revision;
import dev.msvc.model.Nearest;
import dev.msvc.model.UserError;
import dev.msvc.model.yaml.PlainDocument;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc release}: what was deployed, how it fares, and the way back. */
final class ReleaseCommand implements Command {
  private static final List<String> WHAT =
      List.of("list", "status", "history", "rollback", "delete");

  @Override
  public String name() {
    return "release";
  }

  @Override
  public String does() {
    return "lists releases, says how one fares, brings an older one back, deletes one";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc release list -n shop",
            "msvc release status orders -n shop",
            "msvc release history orders -n shop",
            "msvc release rollback orders -n shop             to the revision before",
            "msvc release rollback orders -n shop --to 3 -y",
            "msvc release delete orders -n shop");
    spec.addPositional(Spec.argument(0, true, "WHAT", String.join(" or ", WHAT), WHAT));
    spec.addPositional(Spec.argument(1, false, "NAME", "the release (default: the service)"));
    ClusterAccess.addTo(spec);
    spec.addOption(Spec.flag("-A", "--all-namespaces", "list those of all namespaces"));
    spec.addOption(Spec.option(new String[] {"--to"}, "N", "which revision to go back to"));
    spec.addOption(Spec.flag("--diff", "print what would change and write nothing"));
    spec.addOption(Spec.flag("--exit-code", "4 where something changes"));
    DeployCommand.addPatience(spec);
    DeployCommand.addTerms(spec);
    spec.addOption(Spec.flag("-y", "--yes", "do it without asking"));
    spec.addOption(Spec.output("text", "wide", "json", "yaml", "name"));
    return spec;
  }

  @Override
  public int run(Invocation call) {
    String what = String.valueOf(call.argument(0));
    if (!WHAT.contains(what)) {
      throw call.wrong("release can be %s".formatted(String.join(", ", WHAT)));
    }
    try (ClusterAccess access = ClusterAccess.of(call)) {
      if (what.equals("list")) {
        return list(call, access);
      }
      Inventory inventory = known(access, new Release(access.namespace(), name(call)));
      return switch (what) {
        case "status" -> status(call, access, inventory);
        case "history" -> history(call, access, inventory);
        case "rollback" -> rollback(call, access, inventory);
        default -> delete(call, access, inventory);
      };
    }
  }

  private static String name(Invocation call) {
    String named = call.argument(1);
    return named == null ? DeployCommand.releaseName(call) : named;
  }

  private static Inventory known(ClusterAccess access, Release release) {
    Inventory inventory = access.store().inventory(release);
    if (inventory.isNew()) {
      List<String> names =
          access.store().all(release.namespace()).stream()
              .map(each -> each.release().name())
              .toList();
      List<String> near = Nearest.of(release.name(), names);
      throw new UserError(
          "there is no release %s in namespace %s".formatted(release, release.namespace()),
          near.isEmpty()
              ? names.isEmpty()
                  ? "msvc release list -A lists those of all namespaces"
                  : "there is " + String.join(", ", names)
              : "did you mean '%s'?".formatted(near.get(0)));
    }
    return inventory;
  }

  private static int list(Invocation call, ClusterAccess access) {
    List<Inventory> all = access.store().all(call.has("-A") ? "" : access.namespace());
    if (call.format() == Format.NAME) {
      all.forEach(each -> call.console().line(each.release().name()));
    } else if (call.format().forPrograms()) {
      List<Map<String, Object>> releases = new ArrayList<>();
      all.forEach(each -> releases.add(fields(each)));
      write(call, "msvc/releases/v1", Map.of("releases", releases));
    } else if (all.isEmpty()) {
      call.console()
          .line("no release" + (call.has("-A") ? "" : " in namespace " + access.namespace()));
    } else {
      Grid grid = new Grid("NAMESPACE", "RELEASE", "#REVISION", "STATE", "#OBJECTS");
      for (Inventory each : all) {
        grid.row(
            each.release().namespace(),
            each.release().name(),
            each.revision(),
            ReleaseStatus.state(access, each),
            each.objects().size());
      }
      grid.lines(Text.WIDTH).forEach(call.console()::line);
    }
    return 0;
  }

  private static String state(Inventory inventory) {
    return inventory.cut() ? "not finished" : "deployed";
  }

  private static Map<String, Object> fields(Inventory inventory) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("namespace", inventory.release().namespace());
    fields.put("release", inventory.release().name());
    fields.put("revision", inventory.revision());
    fields.put("deployed", inventory.deployed());
    fields.put("state", state(inventory).replace(' ', '-'));
    fields.put("objects", inventory.objects().size());
    return fields;
  }

  private static int status(Invocation call, ClusterAccess access, Inventory inventory) {
    ReleaseStatus status = ReleaseStatus.of(access, inventory);
    if (call.format().forPrograms()) {
      Map<String, Object> fields = fields(inventory);
      fields.putAll(status.fields());
      write(call, "msvc/release/v1", fields);
    } else {
      status.print(call.console(), call.format() == Format.WIDE);
    }
    return 0;
  }

  private static int history(Invocation call, ClusterAccess access, Inventory inventory) {
    List<Revision> revisions = access.store().revisions(inventory.release());
    if (call.format().forPrograms()) {
      List<Map<String, Object>> all = new ArrayList<>();
      for (Revision each : revisions) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("revision", each.number());
        fields.put("state", each.state().name().toLowerCase(Locale.ROOT));
        fields.put("began", each.began());
        fields.put("by", each.by());
        fields.put("strategy", each.strategy());
        fields.put("note", each.note());
        fields.put("objects", each.objects().size());
        all.add(fields);
      }
      write(call, "msvc/history/v1", Map.of("revisions", all));
      return 0;
    }
    Grid grid = new Grid("#REVISION", "STATE", "BEGAN", "BY", "#OBJECTS", "NOTE");
    for (Revision each : revisions) {
      grid.row(
          each.number(),
          each.state().name().toLowerCase(Locale.ROOT),
          each.began(),
          each.by(),
          each.objects().size(),
          each.strategy().equals(Agreed.ROLLING)
              ? each.note()
              : each.note() + ", " + each.strategy());
    }
    grid.lines(Text.WIDTH).forEach(call.console()::line);
    return 0;
  }

  private static int rollback(Invocation call, ClusterAccess access, Inventory inventory) {
    Release release = inventory.release();
    int to = target(call, access, inventory);
    Revision revision = access.store().revision(release, to);
    if (revision == null || revision.objects().isEmpty()) {
      throw new UserError(
          "revision %d of %s is not kept".formatted(to, release),
          "msvc release history %s lists those that are".formatted(release));
    }
    return new Deployment(call, access)
        .run(
            () ->
                Agreed.revision(
                    new ChangePlanner(access.api(), access.kinds()),
                    access.store().inventory(release),
                    revision,
                    DeployCommand.terms(call),
                    "rollback to " + to));
  }

  /** What {@code --to} says, or the last one that was deployed before the one that is. */
  private static int target(Invocation call, ClusterAccess access, Inventory inventory) {
    String named = call.option("--to");
    if (named != null) {
      if (!named.matches("\\d{1,9}")) {
        throw call.wrong("--to takes the number of a revision, and not '%s'".formatted(named));
      }
      return Integer.parseInt(named);
    }
    if (inventory.cut() && inventory.deployed() > 0) {
      return inventory.deployed();
    }
    Revision now = access.store().revision(inventory.release(), inventory.revision());
    for (Revision each : access.store().revisions(inventory.release())) {
      // going back brought an older revision again: that one is no way back from itself
      boolean same = now != null && each.objects().equals(now.objects());
      if (each.number() < inventory.revision()
          && each.state() == Revision.State.SUPERSEDED
          && !same) {
        return each.number();
      }
    }
    throw new UserError(
        "release %s has no revision before this one".formatted(inventory.release()),
        "msvc release history %s -n %s lists what there is; --to takes one of it by its number"
            .formatted(inventory.release(), inventory.release().namespace()));
  }

  private static int delete(Invocation call, ClusterAccess access, Inventory inventory) {
    Release release = inventory.release();
    Terms terms = DeployCommand.terms(call);
    Change change = new ChangePlanner(access.api(), access.kinds()).deletion(inventory, terms);
    Deployment deployment = new Deployment(call, access);
    deployment.show(change);
    if (call.has("--diff")) {
      deployment.told(change, Map.of(), List.of());
      return call.has("--exit-code") ? 4 : 0;
    }
    if (!deployment.isAgreed("delete release %s from".formatted(release))) {
      return 2;
    }
    Clock clock = Clock.systemUTC();
    try (LeaseLock lock =
        LeaseLock.take(
            access.api(), access.kinds(), release.leased(), ClusterAccess.holder(call), clock)) {
      Deployer deployer =
          new Deployer(access.api(), access.kinds(), access.store(), lock, clock, news -> {});
      deployer.delete(change, terms);
      lock.forget();
    }
    deployment.told(
        change, Map.of("outcome", "deleted"), List.of("release %s is deleted".formatted(release)));
    return 0;
  }

  private static void write(Invocation call, String schema, Map<String, Object> fields) {
    PlainDocument.write(schema, fields, Notation.of(call.format()), call.console().data());
  }
}
