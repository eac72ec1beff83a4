package dev.msvc.cli;

import dev.msvc.cluster.api.ApiFailure;
import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.deploy.Rights;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a cluster has of that with which msvc works, and what its user may do there. */
record Surroundings(ClusterAccess access) {
  private static final String GATEWAY_API = "gateway.networking.k8s.io";
  private static final int SHOWN = 4;

  /** All of it, asked for at once; one line where the cluster cannot be reached. */
  List<Check> checks() {
    Map<String, List<String>> groups;
    String version;
    try {
      version = text(api().read("/version"), "gitVersion");
      groups = groups();
    } catch (ApiFailure failure) {
      UserError wrong = failure.forUser();
      return List.of(Check.missing("cluster", wrong.message(), wrong.hint()));
    }
    List<Supplier<@Nullable Check>> questions =
        List.of(
            this::rights,
            () -> mesh(groups),
            () -> gatewayApi(groups),
            () ->
                served(
                    groups,
                    "prometheus",
                    "monitoring.coreos.com",
                    "the Prometheus operator's kinds",
                    "for ServiceMonitor and PrometheusRule, install the Prometheus operator"),
            () ->
                served(
                    groups,
                    "metrics",
                    "metrics.k8s.io",
                    "metrics of pods",
                    "an autoscaler needs it: install metrics-server"),
            () -> optional(groups, "cert-manager", "cert-manager.io"),
            () -> optional(groups, "secrets", "external-secrets.io"),
            () -> gitops(groups, "argo-cd", "argoproj.io", "Application"),
            () -> gitops(groups, "flux", "kustomize.toolkit.fluxcd.io", "Kustomization"));
    List<CompletableFuture<@Nullable Check>> asked = new ArrayList<>();
    questions.forEach(each -> asked.add(CompletableFuture.supplyAsync(each)));
    List<Check> checks = new ArrayList<>();
    String where = api().context().isEmpty() ? "from inside it" : "context " + api().context();
    checks.add(Check.found("cluster", "%s at %s (%s)".formatted(version, api().address(), where)));
    for (CompletableFuture<@Nullable Check> each : asked) {
      try {
        Check check = each.join();
        if (check != null) {
          checks.add(check);
        }
      } catch (CompletionException failed) {
        if (failed.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw failed;
      }
    }
    return checks;
  }

  private ApiServer api() {
    return access.api();
  }

  /** Versions by group, the preferred one first. */
  private Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    KubeObject answer = api().read("/apis");
    for (Object each : answer == null ? List.of() : answer.list("groups")) {
      List<String> versions = new ArrayList<>();
      for (Object version : KubeObject.list(each, "versions")) {
        versions.add(KubeObject.text(version, "version"));
      }
      groups.put(KubeObject.text(each, "name"), versions);
    }
    return groups;
  }

  private Check rights() {
    List<Rights.Rule> missing =
        Rights.missing(
            api(), access.kinds(), Rights.of(access.kinds(), List.of(), access.namespace()));
    String in = "in namespace " + access.namespace();
    if (missing.isEmpty()) {
      return Check.found("rights", "to deploy a generated service " + in);
    }
    List<String> lines =
        missing.stream()
            .limit(SHOWN)
            .map(
                each ->
                    String.join("/", each.verbs())
                        + " "
                        + each.resource()
                        + (each.group().isEmpty() ? "" : "." + each.group()))
            .toList();
    String more = missing.size() > SHOWN ? " and %d more".formatted(missing.size() - SHOWN) : "";
    return Check.missing(
        "rights",
        "you may not, %s: %s%s".formatted(in, String.join(", ", lines), more),
        "who runs the cluster can apply what 'msvc doctor --rbac -n %s' prints"
            .formatted(access.namespace()));
  }

  private Check mesh(Map<String, List<String>> groups) {
    List<String> versions = groups.get("networking.istio.io");
    if (versions == null) {
      return Check.missing("istio", "not there", "only what is generated for Istio needs it");
    }
    String kinds = "kinds of " + String.join(", ", versions);
    try {
      KubeObject found =
          api().list(access.kinds().built("apps/v1", "Deployment"), "", "app=istiod").stream()
              .findFirst()
              .orElse(null);
      if (found == null) {
        return Check.missing(
            "istio", kinds + ", and no control plane (istiod)", "istioctl install");
      }
      boolean ready = found.number(0, "status", "readyReplicas") > 0;
      String plane = "control plane %s in %s".formatted(image(found), found.namespace());
      return ready
          ? Check.found("istio", plane + ", " + kinds)
          : Check.missing(
              "istio",
              plane + " is not ready",
              "kubectl -n %s get pods -l app=istiod".formatted(found.namespace()));
    } catch (ApiFailure failure) {
      return Check.found("istio", kinds + "; its control plane may not be seen by you");
    }
  }

  private static String image(KubeObject deployment) {
    for (Object each : deployment.list("spec", "template", "spec", "containers")) {
      String image = KubeObject.text(each, "image");
      return image.substring(image.lastIndexOf('/') + 1);
    }
    return "";
  }

  private Check gatewayApi(Map<String, List<String>> groups) {
    List<String> versions = groups.get(GATEWAY_API);
    if (versions == null) {
      return Check.missing(
          "gateway-api", "not there", "routes need it: its standard-install.yaml, and a gateway");
    }
    String detail = String.join(", ", versions);
    try {
      KubeObject route =
          api()
              .read(
                  "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/httproutes."
                      + GATEWAY_API);
      if (route != null) {
        detail =
            "%s, %s channel"
                .formatted(
                    route.annotation(GATEWAY_API + "/bundle-version"),
                    route.annotation(GATEWAY_API + "/channel"));
      }
    } catch (ApiFailure notAllowed) {
      // then the versions of its kinds must do
    }
    return Check.found("gateway-api", detail);
  }

  private static Check served(
      Map<String, List<String>> groups, String name, String group, String what, String hint) {
    List<String> versions = groups.get(group);
    return versions == null
        ? Check.missing(name, what + " are not there", hint)
        : Check.found(name, "%s, %s".formatted(what, String.join(", ", versions)));
  }

  private static @Nullable Check optional(
      Map<String, List<String>> groups, String name, String group) {
    List<String> versions = groups.get(group);
    return versions == null
        ? null
        : Check.found(name, "%s %s".formatted(group, String.join(", ", versions)));
  }

  private @Nullable Check gitops(
      Map<String, List<String>> groups, String name, String group, String kind) {
    List<String> versions = groups.get(group);
    if (versions == null
        || versions.stream()
            .allMatch(each -> access.kinds().of(group + "/" + each, kind) == null)) {
      return null;
    }
    return Check.found(
        name,
        "what it puts there is its own: write to its repository with 'msvc deploy --out DIR'");
  }

  private static String text(@Nullable KubeObject object, String field) {
    return object == null ? "" : object.text(field);
  }
}
