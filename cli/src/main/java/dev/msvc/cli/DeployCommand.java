package dev.msvc.cli;

import dev.msvc.cluster.deploy.Change;
import dev.msvc.cluster.deploy.ChangePlanner;
import dev.msvc.cluster.deploy.Terms;
import dev.msvc.cluster.release.Release;
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
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc deploy}: brings manifests into a cluster, once their difference was looked at. */
final class DeployCommand implements Command {
  private static final String OWN = "deploy";
  private static final List<String> STRATEGIES = List.of("rolling", "blue-green");

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
    spec.addOption(Spec.option(new String[] {"--chart"}, "DIR", "a Helm chart, rendered by helm"));
    spec.addOption(
        Spec.list(
            "-f", "PATH", "manifests: a file, a folder, a kustomization, or -; may be repeated"));
    spec.addOption(Spec.list("--values", "FILE", "values of the chart; may be repeated"));
    spec.addOption(Spec.list("--set", "KEY=VALUE", "one value of the chart; may be repeated"));
    ClusterAccess.addTo(spec);
    spec.addOption(
        Spec.option(
            new String[] {"--release"},
            "NAME",
            "what is deployed together (default: the service)"));
    spec.addOption(Spec.oneOf("--strategy", "NAME", String.join(" or ", STRATEGIES), STRATEGIES));
    spec.addOption(Spec.flag("--diff", "print what would change and write nothing"));
    spec.addOption(Spec.flag("--exit-code", "4 where something changes"));
    spec.addOption(Spec.flag("--no-wait", "do not wait until all is ready"));
    addTerms(spec);
    spec.addOption(Spec.flag("-y", "--yes", "do it without asking"));
    spec.addOption(Spec.output("text", "wide", "json", "yaml"));
    return spec;
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
    try (ClusterAccess access = ClusterAccess.of(call)) {
      ManifestSources sources = new ManifestSources(call);
      Release release = new Release(access.namespace(), releaseName(call));
      List<Manifest> manifests = manifests(call, sources, release);
      Terms terms = terms(call);
      Change change =
          new ChangePlanner(access.api(), access.kinds())
              .plan(access.store().inventory(release), manifests, terms);
      ChangeScreen screen = new ChangeScreen(call.console(), call.format() == Format.WIDE);
      sources.notes().forEach(each -> call.console().say("note: " + each));
      screen.print(change, where(access));
      int refused = screen.refused(change);
      if (refused != 0) {
        return refused;
      }
      if (call.has("--diff")) {
        return change.changes() && call.has("--exit-code") ? 4 : 0;
      }
      if (!change.needsWork()) {
        call.told("nothing to do: release %s is as it is asked for".formatted(release));
        return 0;
      }
      if (!agreed(call, change, access)) {
        return 2;
      }
      Rollout.Outcome outcome =
          new Rollout(call, access).run(change, terms, "deploy", strategy(call));
      call.told("revision %d of %s is deployed".formatted(outcome.revision(), release));
      return outcome.exitCode();
    }
  }

  private static String strategy(Invocation call) {
    String named = call.option("--strategy");
    return named == null ? STRATEGIES.get(0) : named;
  }

  private static String where(ClusterAccess access) {
    String context =
        access.api().context().isEmpty() ? access.api().address() : access.api().context();
    return "namespace %s of %s".formatted(access.namespace(), context);
  }

  private static boolean agreed(Invocation call, Change change, ClusterAccess access) {
    if (!change.changes() || call.has("-y")) {
      return true;
    }
    if (!call.console().asks()) {
      call.console()
          .error(
              "nobody is there to be asked, and nothing was changed",
              "look at the difference with --diff; then say yes with -y");
      return false;
    }
    call.console().flush();
    return call.console().confirm("do this in " + where(access) + "?");
  }

  private static List<Manifest> manifests(
      Invocation call, ManifestSources sources, Release release) {
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
