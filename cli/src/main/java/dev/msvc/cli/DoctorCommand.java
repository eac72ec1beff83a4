package dev.msvc.cli;

import dev.msvc.cluster.Kubeconfig;
import dev.msvc.model.yaml.PlainDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc doctor}: this machine, for now; nothing is contacted. */
final class DoctorCommand implements Command {
  private static final long MEBI = 1024L * 1024;
  private static final long ENOUGH = 900;

  @Override
  public String name() {
    return "doctor";
  }

  @Override
  public String does() {
    return "says what msvc needs on this machine, what is there, and what to do";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Spec.command(this, "msvc doctor", "msvc doctor -o json");
    spec.addOption(Spec.output("text", "json", "yaml"));
    return spec;
  }

  @Override
  public int run(Invocation call) {
    List<Check> checks = checks(call.env());
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
    return checks.stream().anyMatch(each -> each.needed() && !each.found()) ? 8 : 0;
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
      return Check.missing("kubeconfig", kubeconfig.problem(), "mend it, or unset KUBECONFIG");
    }
    if (kubeconfig.files().isEmpty()) {
      return Check.missing(
          "kubeconfig", "none", "only clusters need it: set KUBECONFIG or write ~/.kube/config");
    }
    String files = String.join(", ", kubeconfig.files().stream().map(Object::toString).toList());
    if (kubeconfig.currentContext().isEmpty()) {
      return Check.missing(
          "kubeconfig", "no current context in " + files, "kubectl config use-context NAME");
    }
    return Check.found(
        "kubeconfig", "current context " + kubeconfig.currentContext() + " (" + files + ")");
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
