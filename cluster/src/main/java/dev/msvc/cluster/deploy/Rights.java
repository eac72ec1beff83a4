package dev.msvc.cluster.deploy;

import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a user must be allowed to do so that manifests can be deployed. */
public final class Rights {
  private static final List<String> OBJECT = List.of("get", "create", "patch", "delete");
  private static final Set<String> WITH_PODS =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "Pod");

  /** The kinds of a generated service. */
  private static final List<KubeObject> SERVICE =
      List.of(
          kind("v1", "ConfigMap"),
          kind("v1", "Service"),
          kind("v1", "ServiceAccount"),
          kind("apps/v1", "Deployment"),
          kind("autoscaling/v2", "HorizontalPodAutoscaler"),
          kind("networking.k8s.io/v1", "NetworkPolicy"),
          kind("policy/v1", "PodDisruptionBudget"));

  private Rights() {}

  /**
   * A rule of a role.
   *
   * @param group empty for the core
   * @param resource as roles name it: {@code deployments}, {@code pods/log}
   */
  public record Rule(String group, String resource, SortedSet<String> verbs) {
    /** As in a role, on one line. */
    public String line() {
      return "- {apiGroups: [%s], resources: [%s], verbs: [%s]}"
          .formatted(group.isEmpty() ? "\"\"" : group, resource, String.join(", ", verbs));
    }
  }

  private record Resource(String group, String plural) {}

  private static KubeObject kind(String apiVersion, String kind) {
    return KubeObject.of(apiVersion, kind, "", "");
  }

  /**
   * Rules by the namespace that they are for; an empty name for the whole cluster.
   *
   * @param manifests none for those of a generated service
   * @param namespace of the release
   */
  public static SortedMap<String, List<Rule>> of(
      Kinds kinds, Collection<Manifest> manifests, String namespace) {
    SortedMap<String, Map<Resource, SortedSet<String>>> rules = new TreeMap<>();
    Map<Resource, SortedSet<String>> home =
        rules.computeIfAbsent(namespace, name -> new LinkedHashMap<>());
    // its state: the inventory, the revisions, and the lease that one run holds at a time
    add(home, "", "configmaps", List.of("get", "list", "create", "patch", "delete"));
    add(home, "coordination.k8s.io", "leases", List.of("get", "create", "update", "delete"));
    Collection<KubeObject> objects =
        manifests.isEmpty() ? SERVICE : manifests.stream().map(Manifest::object).toList();
    for (KubeObject each : objects) {
      ResourceKind kind = kind(kinds, each);
      String within = each.namespace().isEmpty() ? namespace : each.namespace();
      Map<Resource, SortedSet<String>> its =
          rules.computeIfAbsent(kind.namespaced() ? within : "", name -> new LinkedHashMap<>());
      add(its, kind.group(), kind.plural(), OBJECT);
      // why it is not ready
      add(its, "", "events", kind.namespaced() ? List.of("list") : List.of());
      if (WITH_PODS.contains(kind.kind())) {
        add(its, "", "pods", List.of("list"));
        add(its, "", "pods/log", List.of("get"));
      }
      if (kind.kind().equals("Deployment")) {
        add(its, "apps", "replicasets", List.of("list"));
      }
      if (kind.kind().equals("Secret")) {
        // a revision that holds one is kept as one
        add(home, "", "secrets", List.of("get", "list", "create", "patch", "delete"));
      }
    }
    SortedMap<String, List<Rule>> all = new TreeMap<>();
    rules.forEach(
        (where, its) -> {
          List<Rule> list = new ArrayList<>();
          its.forEach(
              (resource, verbs) -> list.add(new Rule(resource.group(), resource.plural(), verbs)));
          all.put(where, list);
        });
    return all;
  }

  private static void add(
      Map<Resource, SortedSet<String>> rules, String group, String plural, List<String> verbs) {
    if (!verbs.isEmpty()) {
      rules.computeIfAbsent(new Resource(group, plural), each -> new TreeSet<>()).addAll(verbs);
    }
  }

  /** As the server knows it, or as it will be called once its definition is there. */
  private static ResourceKind kind(Kinds kinds, KubeObject object) {
    ResourceKind served = kinds.of(object);
    if (served != null) {
      return served;
    }
    String kind = object.kind().toLowerCase(Locale.ROOT);
    String plural =
        kind.matches(".*(s|x|ch)")
            ? kind + "es"
            : kind.matches(".*[^aeiou]y") ? kind.replaceFirst("y$", "ies") : kind + "s";
    String version = object.apiVersion().replaceFirst("^.*/", "");
    return new ResourceKind(object.group(), version, object.kind(), plural, true);
  }

  /** Which of these rights the user of this connection has not; each with the verbs that lack. */
  public static List<Rule> missing(
      ApiServer api, Kinds kinds, SortedMap<String, List<Rule>> wanted) {
    record Question(String namespace, Rule rule, String verb) {}
    List<Question> questions = new ArrayList<>();
    wanted.forEach(
        (namespace, rules) ->
            rules.forEach(
                rule ->
                    rule.verbs()
                        .forEach(verb -> questions.add(new Question(namespace, rule, verb)))));
    ResourceKind reviews = kinds.built("authorization.k8s.io/v1", "SelfSubjectAccessReview");
    List<Boolean> answers =
        Parallel.each(
                questions,
                each -> api.create(reviews, review(each.namespace(), each.rule(), each.verb())))
            .stream()
            .map(each -> each.text("status", "allowed").equals("true"))
            .toList();
    Map<Resource, SortedSet<String>> lacking = new LinkedHashMap<>();
    for (int i = 0; i < questions.size(); i++) {
      if (!answers.get(i)) {
        Rule rule = questions.get(i).rule();
        add(lacking, rule.group(), rule.resource(), List.of(questions.get(i).verb()));
      }
    }
    List<Rule> missing = new ArrayList<>();
    lacking.forEach((each, verbs) -> missing.add(new Rule(each.group(), each.plural(), verbs)));
    return missing;
  }

  private static KubeObject review(String namespace, Rule rule, String verb) {
    int part = rule.resource().indexOf('/');
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("namespace", namespace);
    asked.put("verb", verb);
    asked.put("group", rule.group());
    asked.put("resource", part < 0 ? rule.resource() : rule.resource().substring(0, part));
    asked.put("subresource", part < 0 ? "" : rule.resource().substring(part + 1));
    return new KubeObject(
        Map.of(
            "apiVersion",
            "authorization.k8s.io/v1",
            "kind",
            "SelfSubjectAccessReview",
            "spec",
            Map.of("resourceAttributes", asked)));
  }

  /**
   * Roles that grant these rights, and bindings of them to an account.
   *
   * @param name of all
   * @param account of the namespace; empty for roles only
   */
  public static List<KubeObject> roles(
      SortedMap<String, List<Rule>> rights, String name, String namespace, String account) {
    List<KubeObject> roles = new ArrayList<>();
    rights.forEach(
        (where, rules) -> {
          String kind = where.isEmpty() ? "ClusterRole" : "Role";
          List<Object> list = new ArrayList<>();
          for (Rule each : rules) {
            Map<String, Object> rule = new LinkedHashMap<>();
            rule.put("apiGroups", List.of(each.group()));
            rule.put("resources", List.of(each.resource()));
            rule.put("verbs", List.copyOf(each.verbs()));
            list.add(rule);
          }
          // roles of a whole cluster share their names with those of everybody
          String named = where.isEmpty() ? name + "-" + namespace : name;
          String version = "rbac.authorization.k8s.io/v1";
          roles.add(KubeObject.of(version, kind, where, named).with(list, "rules"));
          if (!account.isEmpty()) {
            Map<String, Object> subject = new LinkedHashMap<>();
            subject.put("kind", "ServiceAccount");
            subject.put("name", account);
            subject.put("namespace", namespace);
            roles.add(
                KubeObject.of(version, kind + "Binding", where, named)
                    .with(
                        Map.of(
                            "apiGroup", "rbac.authorization.k8s.io", "kind", kind, "name", named),
                        "roleRef")
                    .with(List.of(subject), "subjects"));
          }
        });
    return roles;
  }
}
