package dev.msvc.cli;

import dev.msvc.cluster.Kubeconfig;
import dev.msvc.cluster.api.Target;
import dev.msvc.cluster.deploy.Rights;
import dev.msvc.cluster.release.Release;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.yaml.ManifestFiles;
import dev.msvc.model.yaml.PlainDocument;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc doctor}: this machine and the cluster, or the role that deploying needs. */
final class DoctorCommand implements Command {
  private static final String ROLE = "msvc-deploy";
  private static final String KUBECONFIG = "kubeconfig";

  /** Who gives one of these wants to know of a cluster. */
  private static final List<String> ASKING = List.of("-n", "--context", "--kubeconfig");

  private static final long MEBI = 1024L * 1024;
  private static final long ENOUGH = 900;

  @Override
  public String name() {
    return "doctor";
  }

  @Override
  public String does() {
    return "says what msvc needs here and in the cluster, what is there, and what to do";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc doctor",
            "msvc doctor -n shop                  and what you may do there",
            "msvc doctor --rbac -n shop           the least role that 'msvc deploy -n shop' needs",
            "msvc doctor --rbac -n shop -f k8s/ --service-account deployer | kubectl apply -f -",
            "msvc doctor -o json");
    ClusterAccess.addTo(spec);
    spec.addOption(Spec.flag("--rbac", "print the least role that msvc deploy needs"));
    spec.addOption(
        Spec.option(
            new String[] {"--service-account"},
            "NAME",
            "with --rbac: bind the role to this account of the namespace"));
    DeployCommand.addSources(spec);
    spec.addOption(Spec.output("text", "json", "yaml"));
    return spec;
  }

  @Override
  public int run(Invocation call) {
    if (call.has("--rbac")) {
      return role(call);
    }
    List<Check> checks = checks(call.env());
    boolean asked = ASKING.stream().anyMatch(each -> call.option(each) != null);
    boolean reached = cluster(call, checks, asked);
    Format format = call.format();
    if (format.forPrograms()) {
      PlainDocument.write(
          "msvc/doctor/v1",
          Map.of("checks", checks.stream().map(DoctorCommand::fields).toList()),
          Notation.of(format),
          call.console().data());
    } else {
      print(call.console(), checks);
    }
    boolean misses = checks.stream().anyMatch(each -> each.needed() && !each.found());
    return misses || (asked && !reached) ? 8 : 0;
  }

  /** Adds what is there of a cluster; whether it was reached. */
  private static boolean cluster(Invocation call, List<Check> checks, boolean asked) {
    if (!asked
        && checks.stream().anyMatch(each -> each.name().equals(KUBECONFIG) && !each.found())) {
      return false;
    }
    try (ClusterAccess access = ClusterAccess.of(call)) {
      List<Check> found = new Surroundings(access).checks();
      checks.addAll(found);
      return found.get(0).found();
    } catch (UserError wrong) {
      checks.add(Check.missing("cluster", wrong.message(), wrong.hint()));
      return false;
    }
  }

  private static int role(Invocation call) {
    String account = call.option("--service-account");
    try (ClusterAccess access = ClusterAccess.of(call)) {
      boolean own = Files.isDirectory(call.directory().resolve(DeployCommand.OWN));
      boolean said = own || call.option("--chart") != null || !call.options("-f").isEmpty();
      List<Manifest> manifests =
          said
              ? DeployCommand.manifests(call, new Release(access.namespace(), "deployer"))
              : List.of();
      SortedMap<String, List<Rights.Rule>> rights =
          Rights.of(access.kinds(), manifests, access.namespace());
      List<KubeObject> roles =
          Rights.roles(rights, ROLE, access.namespace(), account == null ? "" : account);
      call.console().document(ManifestFiles.write(roles));
      if (manifests.stream().anyMatch(each -> each.object().group().startsWith("rbac."))) {
        call.console()
            .say(
                "note: who deploys roles must also hold what they grant, or have escalate and bind");
      }
      return 0;
    }
  }

  private static List<Check> checks(Map<String, String> env) {
    List<Check> checks = new ArrayList<>();
    checks.add(java());
    checks.add(memory());
    checks.add(
        new Tool(
                "git",
                List.of("--version"),
                "apt install git (macOS: brew install git), to read a monolith's history")
            .check(env));
    checks.add(
        new Tool(
                "kubectl",
                List.of("version", "--client"),
                "apt install kubernetes-client (macOS: brew install kubectl), to look at a cluster")
            .check(env));
    checks.add(
        new Tool(
                "helm",
                List.of("version", "--short"),
                "snap install helm --classic (macOS: brew install helm), to install charts")
            .check(env));
    checks.add(
        new Tool("buf", List.of("--version"), "npm install -g @bufbuild/buf, to check contracts")
            .check(env));
    checks.add(kubeconfig(env));
    return checks;
  }

  private static Check java() {
    String detail =
        "%s (%s)".formatted(System.getProperty("java.version"), System.getProperty("java.home"));
    boolean enough = Runtime.version().feature() >= 17;
    return new Check("java", enough, true, detail, enough ? "" : "install JDK 17 or newer");
  }

  private static Check memory() {
    long heap = Runtime.getRuntime().maxMemory() / MEBI;
    String detail =
        "heap of at most %d MiB, %d processors"
            .formatted(heap, Runtime.getRuntime().availableProcessors());
    return heap >= ENOUGH
        ? Check.found("memory", detail)
        : Check.missing(
            "memory", detail + ": too little for a large monolith", "MSVC_OPTS=-Xmx1500m msvc ...");
  }

  private static Check kubeconfig(Map<String, String> env) {
    Kubeconfig kubeconfig = Kubeconfig.read(env);
    if (!kubeconfig.problem().isEmpty()) {
      return Check.missing(KUBECONFIG, kubeconfig.problem(), "mend it, or unset KUBECONFIG");
    }
    if (kubeconfig.files().isEmpty() && new Target("", "", env).inPod()) {
      return Check.found(KUBECONFIG, "none; the service account of this pod");
    }
    if (kubeconfig.files().isEmpty()) {
      return Check.missing(
          KUBECONFIG, "none", "only clusters need it: set KUBECONFIG or write ~/.kube/config");
    }
    String files = String.join(", ", kubeconfig.files().stream().map(Object::toString).toList());
    if (kubeconfig.currentContext().isEmpty()) {
      return Check.missing(
          KUBECONFIG, "no current context in " + files, "kubectl config use-context NAME");
    }
    return Check.found(
        KUBECONFIG, "current context " + kubeconfig.currentContext() + " (" + files + ")");
  }

  private static Map<String, Object> fields(Check check) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", check.name());
    fields.put("found", check.found());
    fields.put("needed", check.needed());
    fields.put("detail", check.detail());
    fields.put("hint", check.hint());
    return fields;
  }

  private static void print(Console console, List<Check> checks) {
    for (Check check : checks) {
      String mark = check.found() ? "ok  " : check.needed() ? "MISSING" : "-   ";
      console.line("%-4s %-11s %s".formatted(mark, check.name(), check.detail()));
      if (!check.hint().isEmpty()) {
        console.line("%-4s %-11s -> %s".formatted("", "", check.hint()));
      }
    }
  }
}
