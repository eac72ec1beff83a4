package dev.msvc.cli;

import dev.msvc.cluster.deploy.BlueGreen;
import dev.msvc.cluster.deploy.ChangePlanner;
import dev.msvc.cluster.deploy.Colours;
import dev.msvc.cluster.deploy.OrderedFiles;
import dev.msvc.cluster.deploy.Terms;
import dev.msvc.cluster.release.Inventory;
import dev.msvc.cluster.release.Release;
import dev.msvc.cluster.release.Revision;
import dev.msvc.model.Counted;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.yaml.ServiceDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc deploy}: brings manifests into a cluster, once their difference was looked at. */
final class DeployCommand implements Command {
  /** Where a generated service has its manifests. */
  static final String OWN = "deploy";

  private static final List<String> STRATEGIES = List.of(Agreed.ROLLING, Agreed.BLUE_GREEN);

  /** Kinds that hold data or others, as options name them. */
  private static final List<String> DANGEROUS =
      List.of("persistentvolumeclaim", "persistentvolume", "namespace", "customresourcedefinition");

  @Override
  public String name() {
    return "deploy";
  }

  @Override
  public String does() {
    return "brings manifests into a cluster, after showing what would change";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc deploy -n shop                                  in a generated service's folder",
            "msvc deploy -n shop --diff                           what would change; nothing is written",
            "msvc deploy -n shop -f k8s/ --release orders -y      any manifests, without a question",
            "msvc deploy -n shop --chart deploy/helm/orders --values prod.yaml",
            "kustomize build . | msvc deploy -n shop -f - --release orders -y");
    addSources(spec);
    ClusterAccess.addTo(spec);
    spec.addOption(
        Spec.option(
            new String[] {"--release"},
            "NAME",
            "what is deployed together (default: the service)"));
    spec.addOption(
        Spec.oneOf(
            "--strategy",
            "NAME",
            "rolling (pods are replaced in place) or blue-green (new ones beside the old, then a switch)",
            STRATEGIES));
    spec.addOption(
        Spec.option(
            new String[] {"--out"},
            "DIR",
            "write what would be applied for a repository that Argo CD or Flux owns, and contact nothing"));
    spec.addOption(
        Spec.option(
            new String[] {"--save"}, "FILE", "keep the change for 'msvc apply FILE'; do nothing"));
    spec.addOption(Spec.flag("--diff", "print what would change and write nothing"));
    spec.addOption(Spec.flag("--exit-code", "4 where something changes"));
    addPatience(spec);
    addTerms(spec);
    spec.addOption(Spec.flag("-y", "--yes", "do it without asking"));
    spec.addOption(Spec.output("text", "wide", "json", "yaml"));
    return spec;
  }

  /** The options that say what is deployed. */
  static void addSources(CommandSpec spec) {
    spec.addOption(Spec.option(new String[] {"--chart"}, "DIR", "a Helm chart, rendered by helm"));
    spec.addOption(
        Spec.list(
            "-f", "PATH", "manifests: a file, a folder, a kustomization, or -; may be repeated"));
    spec.addOption(Spec.list("--values", "FILE", "values of the chart; may be repeated"));
    spec.addOption(Spec.list("--set", "KEY=VALUE", "one value of the chart; may be repeated"));
  }

  static void addPatience(CommandSpec spec) {
    spec.addOption(Spec.flag("--no-wait", "do not wait until all is ready"));
    spec.addOption(
        Spec.option(
            new String[] {"--timeout"}, "TIME", "how long to wait: 90s, 5m, 1h (default: 5m)"));
    spec.addOption(
        Spec.oneOf(
            "--on-failure",
            "WHAT",
            "rollback or keep (default) where it is not ready in time",
            List.of("keep", "rollback")));
  }

  static void addTerms(CommandSpec spec) {
    spec.addOption(Spec.flag("--force-conflicts", "take fields that belong to somebody else"));
    spec.addOption(
        Spec.list(
            "--recreate",
            "KIND/NAME",
            "delete that object and make it again, where a field of it cannot be changed"));
    spec.addOption(Spec.flag("--dangerous-adopt", "take objects of another release"));
    for (String each : DANGEROUS) {
      spec.addOption(
          Spec.flag(
              "--dangerous-delete-" + each,
              "delete what is no longer asked for of that kind, too"));
    }
  }

  static Terms terms(Invocation call) {
    Set<String> recreate = new HashSet<>();
    call.options("--recreate").forEach(each -> recreate.add(each.toLowerCase(Locale.ROOT)));
    Set<String> delete = new HashSet<>();
    for (String each : DANGEROUS) {
      if (call.has("--dangerous-delete-" + each)) {
        delete.add(each);
      }
    }
    return new Terms(
        call.has("--force-conflicts"), call.has("--dangerous-adopt"), recreate, delete);
  }

  @Override
  public int run(Invocation call) {
    String strategy = strategy(call);
    boolean twoColours = strategy.equals(Agreed.BLUE_GREEN);
    if (twoColours && call.has("--no-wait")) {
      throw call.wrong("blue-green waits until the new pods are ready: leave out --no-wait");
    }
    String out = call.option("--out");
    if (out != null) {
      return write(call, out);
    }
    try (ClusterAccess access = ClusterAccess.of(call)) {
      Release release = new Release(access.namespace(), releaseName(call));
      List<Manifest> manifests = manifests(call, release);
      int exitCode =
          new Deployment(call, access)
              .run(() -> agreed(call, access, release, manifests, strategy));
      boolean looks = call.has("--diff") || call.option("--save") != null;
      if ((exitCode == 0 || exitCode == 4) && !looks) {
        DeployedContract.keep(call.directory());
      }
      return exitCode;
    }
  }

  private static Agreed agreed(
      Invocation call,
      ClusterAccess access,
      Release release,
      List<Manifest> manifests,
      String strategy) {
    Inventory inventory = access.store().inventory(release);
    Function<List<Manifest>, Agreed> planned =
        each ->
            Agreed.of(
                new ChangePlanner(access.api(), access.kinds()),
                inventory,
                each,
                terms(call),
                "deploy",
                strategy);
    return strategy.equals(Agreed.BLUE_GREEN)
        ? coloured(access, inventory, manifests, planned)
        : planned.apply(manifests);
  }

  /** For a repository that somebody else brings into the cluster. */
  private static int write(Invocation call, String out) {
    String namespace = call.option("-n");
    String of = namespace == null ? "default" : namespace;
    SortedMap<String, String> files =
        OrderedFiles.of(
            manifests(
                call,
                new Release(of, call.option("--chart") == null ? "manifests" : releaseName(call))),
            namespace == null ? "" : namespace);
    Path folder = call.directory().resolve(out);
    int changed = new ManifestFolder(folder, out).write(files);
    call.told(
        "%s in %s, %d of them changed"
            .formatted(Counted.of(files.size(), "manifest", "manifests"), out, changed));
    return changed > 0 && call.has("--exit-code") ? 4 : 0;
  }

  private static Agreed coloured(
      ClusterAccess access,
      Inventory inventory,
      List<Manifest> manifests,
      Function<List<Manifest>, Agreed> planned) {
    Release release = inventory.release();
    Colours colours = new Colours(access.api(), access.kinds());
    if (inventory.cut()) {
      Revision cut = access.store().revision(release, inventory.revision());
      return planned.apply(colours.of(release, manifests, cut).manifests());
    }
    BlueGreen current = inventory.isNew() ? null : colours.current(release, manifests);
    if (current != null) {
      // the same again leaves the other colour what it is: the way back
      Agreed agreed = planned.apply(current.manifests());
      if (BlueGreen.isCurrent(agreed.change())) {
        return agreed;
      }
    }
    return planned.apply(colours.of(release, manifests, null).manifests());
  }

  private static String strategy(Invocation call) {
    String named = call.option("--strategy");
    return named == null ? Agreed.ROLLING : named;
  }

  static List<Manifest> manifests(Invocation call, Release release) {
    ManifestSources sources = new ManifestSources(call);
    List<Manifest> manifests = new ArrayList<>();
    for (String each : call.options("-f")) {
      manifests.addAll(sources.named(each));
    }
    String chart = call.option("--chart");
    if (chart != null) {
      manifests.addAll(
          sources.chart(
              chart,
              release.name(),
              release.namespace(),
              call.options("--values"),
              call.options("--set")));
    }
    if (chart == null && call.options("-f").isEmpty()) {
      if (!Files.isDirectory(call.directory().resolve(OWN))) {
        throw call.wrong(
            "say what to deploy: -f PATH or --chart DIR (here is no generated service's deploy/)");
      }
      manifests.addAll(sources.named(OWN));
    }
    sources.notes().forEach(each -> call.console().say("note: " + each));
    return manifests;
  }

  /** The name that the user gives, or that of the service whose folder this is. */
  static String releaseName(Invocation call) {
    String named = call.option("--release");
    if (named != null) {
      return named;
    }
    Path spec = call.directory().resolve(ServiceSpec.FILE);
    if (Files.isRegularFile(spec)) {
      try {
        List<ServiceSpec> services =
            ServiceDocument.read(ServiceSpec.FILE, Files.readString(spec), Organisation.DEFAULT);
        if (services.size() == 1) {
          return services.get(0).name().value();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw call.wrong("say what is deployed together: --release NAME");
  }
}
