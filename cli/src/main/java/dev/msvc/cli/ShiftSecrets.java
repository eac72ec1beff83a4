package dev.msvc.cli;

import dev.msvc.cluster.api.ApiFailure;
import dev.msvc.generators.shift.ShiftCredentials;
import dev.msvc.generators.shift.ShiftCredentials.SshKey;
import dev.msvc.generators.shift.ShiftCredentials.Variable;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import dev.msvc.model.shift.GitWord;
import dev.msvc.model.shift.Metrics;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.SyncWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Which Secrets of its namespace the Job of a shift gets what from. They are looked at for the
 * names of their keys, where that is allowed; what they say is not used here.
 */
final class ShiftSecrets {
  private static final String GIT = "--git-secret";
  private static final String DATABASE = "--database-secret";

  /** As Flux calls it, as Argo CD does, and as the type of Secrets for it has it. */
  private static final List<String> KEYS = List.of("identity", "sshPrivateKey", "ssh-privatekey");

  private static final int FORBIDDEN = 403;
  private static final String HOSTS = "known_hosts";

  /** Variables that a Job has for itself. */
  private static final Set<String> OURS =
      Set.of("XDG_CACHE_HOME", "MSVC_GIT_KEY", "MSVC_GIT_KNOWN_HOSTS");

  private final Invocation call;
  private final ShiftFolder folder;
  private final ShiftPlan plan;
  private final List<ShiftPlan> after;

  /**
   * Of a plan.
   *
   * @param after plans of those that go back before it does
   */
  ShiftSecrets(Invocation call, ShiftFolder folder, ShiftPlan plan, List<ShiftPlan> after) {
    this.call = call;
    this.folder = folder;
    this.plan = plan;
    this.after = after;
  }

  static void options(CommandSpec spec) {
    spec.addOption(
        Spec.option(
            new String[] {GIT},
            "SECRET",
            "start --in-cluster: with username and password, or identity and known_hosts, to push"
                + " steps"));
    spec.addOption(
        Spec.option(
            new String[] {DATABASE},
            "SECRET",
            "start --in-cluster: with the variables of the plan's databases as its keys"));
  }

  /** What the plan needs, from where the command line says. */
  ShiftCredentials of(ClusterAccess access) {
    Set<Variable> variables = new LinkedHashSet<>();
    List<SshKey> keys = new ArrayList<>();
    git(access, variables, keys);
    database(access, variables);
    requireOneMeaning(variables);
    refuseMetrics();
    return new ShiftCredentials(List.copyOf(variables), keys);
  }

  private void git(ClusterAccess access, Set<Variable> variables, List<SshKey> keys) {
    String secret = call.option(GIT);
    List<ShiftPlan> committed =
        Stream.concat(Stream.of(plan), after.stream())
            .filter(each -> each.git().isPresent())
            .toList();
    if (committed.isEmpty()) {
      refuseUnneeded(GIT, secret, "no step of this shift is a commit");
      return;
    }
    String at = at(committed.get(0), git(committed.get(0)).line());
    String named = required(GIT, secret, at + ": steps are commits, and a Job has no key for them");
    Found found = found(access, named);
    String host = "";
    for (ShiftPlan each : committed) {
      GitWord git = git(each);
      String its = host(each, git);
      if (!host.isEmpty() && !its.equals(host)) {
        throw new UserError(
            "%s: %s is not at %s, which the Secret %s is for"
                .formatted(at(each, git.line()), git.repository(), host, named),
            "follow the plan here: msvc strangle start " + plan.name());
      }
      host = its;
      boolean web = git.repository().matches("https?://.*");
      if (web && git.access() instanceof GitWord.Access.Basic basic) {
        variables.add(
            new Variable(
                basic.passwordVariable(), named, found.first(List.of("password"), "a token")));
        if (!basic.userVariable().isEmpty()) {
          variables.add(
              new Variable(
                  basic.userVariable(), named, found.first(List.of("username"), "who has it")));
        }
      } else if (web) {
        throw new UserError(
            "%s: no variable is named for the token of %s"
                .formatted(at(each, git.line()), git.repository()),
            "git: {passwordEnv: GIT_TOKEN, ...}: the Job gets it from key password of " + named);
      } else if (keys.isEmpty()) {
        keys.add(
            new SshKey(
                named,
                found.first(KEYS, "a private key"),
                found.first(List.of(HOSTS), "lines of ssh-keyscan " + host)));
      }
    }
  }

  private static GitWord git(ShiftPlan plan) {
    return plan.git().orElseThrow();
  }

  private String at(ShiftPlan of, int line) {
    return "%s:%d".formatted(new ShiftFolder(folder.directory(), of.name()).shown(), line);
  }

  /** Without the user; a folder has none. */
  private String host(ShiftPlan of, GitWord git) {
    String repository = git.repository();
    if (repository.startsWith("file:") || !repository.contains(":")) {
      throw new UserError(
          "%s: no Job reaches %s".formatted(at(of, git.line()), repository),
          "git: {repository: ...} is https://, ssh:// or HOST:PATH there");
    }
    return repository
        .replaceFirst("^[a-z]+://", "")
        .replaceFirst("[:/].*", "")
        .replaceFirst(".*@", "");
  }

  private void database(ClusterAccess access, Set<Variable> variables) {
    String secret = call.option(DATABASE);
    Set<String> names = new TreeSet<>();
    for (SyncWord sync : plan.sync().stream().toList()) {
      for (SyncWord.Database each : sync.databases().values()) {
        each.userVariable().ifPresent(names::add);
        each.passwordVariable().ifPresent(names::add);
        if (!each.url().startsWith("jdbc:postgresql:")) {
          throw new UserError(
              "%s: a Job has no driver but PostgreSQL's".formatted(at(plan, sync.line())),
              "follow the plan where the driver is: msvc strangle start %s --driver JAR"
                  .formatted(plan.name()));
        }
      }
    }
    if (names.isEmpty()) {
      refuseUnneeded(DATABASE, secret, "the plan names no variable of a database");
      return;
    }
    String named =
        required(
            DATABASE,
            secret,
            "%s: a Job has no %s"
                .formatted(at(plan, plan.sync().orElseThrow().line()), String.join(", ", names)));
    Found found = found(access, named);
    for (String each : names) {
      variables.add(new Variable(each, named, found.first(List.of(each), "of the plan's sync:")));
    }
  }

  /** A container has one variable of a name. */
  private void requireOneMeaning(Set<Variable> variables) {
    Map<String, Variable> known = new HashMap<>();
    for (Variable each : variables) {
      if (OURS.contains(each.name()) || known.put(each.name(), each) != null) {
        throw new UserError(
            "%s: the variable %s would have two meanings in a Job"
                .formatted(folder.shown(), each.name()),
            "name another in the plan, for one of them");
      }
    }
  }

  private void refuseMetrics() {
    if (plan.metrics().isPresent()
        && plan.metrics().get().credentials() instanceof Metrics.Credentials.Basic basic) {
      throw new UserError(
          "%s: metrics: a Job has no %s, which Prometheus is asked with"
              .formatted(folder.shown(), basic.passwordVariable()),
          "have metrics: {tokenFile: PATH} there, or follow the plan here: msvc strangle start "
              + plan.name());
    }
  }

  private void refuseUnneeded(String option, @Nullable String secret, String why) {
    if (secret != null) {
      throw call.wrong("%s %s: %s".formatted(option, secret, why));
    }
  }

  private String required(String option, @Nullable String secret, String why) {
    if (secret == null) {
      throw new UserError(
          why,
          "%s NAME: a Secret in the namespace of the route; or follow the plan here: msvc strangle start %s"
              .formatted(option, plan.name()),
          2);
    }
    return secret;
  }

  /**
   * A Secret, as far as it may be looked at.
   *
   * @param keys nothing where it may not
   */
  private record Found(String namespace, String name, Optional<Set<String>> keys) {
    /** The first of them that it has; the first at all where that cannot be seen. */
    String first(List<String> wanted, String what) {
      return keys.isEmpty()
          ? wanted.get(0)
          : wanted.stream()
              .filter(keys.get()::contains)
              .findFirst()
              .orElseThrow(
                  () ->
                      new UserError(
                          "Secret %s in %s has no key %s"
                              .formatted(name, namespace, String.join(" or ", wanted)),
                          "write it there: %s; it has: %s"
                              .formatted(what, String.join(", ", keys.get()))));
    }
  }

  private Found found(ClusterAccess access, String name) {
    String namespace = access.namespace();
    try {
      KubeObject secret =
          access
              .api()
              .get(
                  access.kinds().built("v1", "Secret"),
                  new ObjectKey("", "Secret", namespace, name));
      if (secret == null) {
        throw new UserError(
            "there is no Secret %s in %s".formatted(name, namespace),
            "make it; kubectl get secrets -n %s has those that are there".formatted(namespace));
      }
      return new Found(namespace, name, Optional.of(new TreeSet<>(secret.map("data").keySet())));
    } catch (ApiFailure refused) {
      if (refused.code() != FORBIDDEN) {
        throw refused;
      }
      // whoever may not look may still start it: what is missing shows when it is asked with
      return new Found(namespace, name, Optional.empty());
    }
  }
}
