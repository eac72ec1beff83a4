package dev.msvc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A release whose second revision has thirty objects: eighteen of them new, seven changed, five as
 * they were; four of the first are gone, and one of that was there before it is left.
 *
 * @param of the namespace; its name is in those of what belongs to no namespace
 */
record ThirtyObjects(String of) {
  /** What others made, and what they have in it. */
  static final String FOREIGN =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s}, data: {a: theirs}}";

  /** Kinds that it has, as kubectl names them. */
  String kinds() {
    return "configmaps,secrets,services,deployments,serviceaccounts,roles,rolebindings,"
        + "horizontalpodautoscalers,poddisruptionbudgets,networkpolicies,ingresses,parcels."
        + group();
  }

  /** In the namespace, after the second revision: all that is asked for. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (int i = 1; i <= 8; i++) {
      names.add("ConfigMap/config-" + i);
    }
    for (int i = 1; i <= 4; i++) {
      names.add("Service/app-" + i);
      names.add("Deployment/app-" + i);
    }
    names.addAll(
        List.of(
            "Secret/word",
            "ServiceAccount/app",
            "Role/app",
            "RoleBinding/app",
            "HorizontalPodAutoscaler/app",
            "PodDisruptionBudget/app",
            "NetworkPolicy/app",
            "Ingress/app",
            "Parcel/one",
            "Parcel/two"));
    return names;
  }

  /** Beyond it: with their namespace, as the inventory writes it. */
  Set<String> elsewhere() {
    return Set.of(
        "Namespace - " + more(),
        "ConfigMap " + more() + " inside",
        "ClusterRole - " + of,
        "CustomResourceDefinition - parcels." + group());
  }

  String more() {
    return of + "-more";
  }

  String group() {
    return of + ".example";
  }

  String first() {
    List<String> all = new ArrayList<>(access("get"));
    for (int i = 1; i <= 6; i++) {
      all.add(config(i, "one"));
    }
    for (int i = 1; i <= 3; i++) {
      all.add(service(i, 80));
      all.add(deployment(i, "one"));
    }
    all.add(deployment(9, "one"));
    all.add(service(9, 80));
    all.add(config(9, "one"));
    all.add("{apiVersion: v1, kind: ServiceAccount, metadata: {name: old}}");
    all.add(FOREIGN.formatted("found"));
    return String.join("\n---\n", all);
  }

  String second() {
    List<String> all = new ArrayList<>(access("list"));
    for (int i = 1; i <= 8; i++) {
      all.add(config(i, i <= 2 ? "one" : "two"));
    }
    for (int i = 1; i <= 4; i++) {
      all.add(service(i, i == 1 ? 8080 : 80));
      all.add(deployment(i, i == 1 ? "two" : "one"));
    }
    all.add(
        "{apiVersion: v1, kind: Namespace, metadata: {name: %s, labels: {test-cluster/of: %s}}}"
            .formatted(more(), of));
    all.add(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: inside, namespace: %s}, data: {a: b}}"
            .formatted(more()));
    all.add(
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: parcels.@, labels: {test-cluster/of: $}}
        spec:
          group: @
          names: {kind: Parcel, plural: parcels, singular: parcel, listKind: ParcelList}
          scope: Namespaced
          versions:
            - name: v1
              served: true
              storage: true
              schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {size: {type: integer}}}}}}
        """
            .replace("@", group())
            .replace("$", of));
    for (String each : List.of("one", "two")) {
      all.add(
          "{apiVersion: %s/v1, kind: Parcel, metadata: {name: %s}, spec: {size: 3}}"
              .formatted(group(), each));
    }
    all.add(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: $, labels: {test-cluster/of: $}}
        rules: [{apiGroups: [""], resources: [nodes], verbs: [get]}]
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: word}
        stringData: {a: b}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: app}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app-1}
          minReplicas: 1
          maxReplicas: 3
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: app}
        spec: {maxUnavailable: 1, selector: {matchLabels: {app: app-1}}}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: app}
        spec: {podSelector: {matchLabels: {app: app-1}}, policyTypes: [Ingress]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: app}
        spec: {defaultBackend: {service: {name: app-1, port: {number: 8080}}}}
        """
            .replace("$", of));
    return String.join("\n---\n", all);
  }

  private static List<String> access(String verb) {
    return List.of(
        "{apiVersion: v1, kind: ServiceAccount, metadata: {name: app}}",
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: app}
        rules: [{apiGroups: [""], resources: [configmaps], verbs: [%s]}]
        """
            .formatted(verb),
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: app}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: app}
        subjects: [{kind: ServiceAccount, name: app, namespace: default}]
        """);
  }

  private static String config(int number, String value) {
    return "{apiVersion: v1, kind: ConfigMap, metadata: {name: config-%d}, data: {a: %s}}"
        .formatted(number, value);
  }

  private static String service(int number, int port) {
    return """
        apiVersion: v1
        kind: Service
        metadata: {name: app-%1$d}
        spec: {selector: {app: app-%1$d}, ports: [{port: %2$d, targetPort: 8080}]}
        """
        .formatted(number, port);
  }

  private static String deployment(int number, String tag) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: app-%1$d}
        spec:
          selector: {matchLabels: {app: app-%1$d}}
          template:
            metadata: {labels: {app: app-%1$d}}
            spec: {serviceAccountName: app, containers: [{name: app, image: "app:%2$s"}]}
        """
        .formatted(number, tag);
  }
}
