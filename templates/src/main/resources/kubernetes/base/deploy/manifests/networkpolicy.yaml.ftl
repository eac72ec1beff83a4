[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
# What is not named here is refused, to these pods and from them.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
[@common.metadata name=workload.name/]
spec:
  podSelector:
    matchLabels:
[@common.selector indent=6/]
  policyTypes: [Ingress, Egress]
  ingress:
    # other services of the namespace[#if workload.gatewayNamespace?has_content], and the gateway[/#if]
    - from:
        - podSelector: {}
[#if workload.gatewayNamespace?has_content]
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: [=workload.gatewayNamespace]
[/#if]
      ports:
        - port: http
        - port: grpc
[#if workload.prometheus]
    # Prometheus
    - from:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: [=workload.monitoringNamespace]
      ports:
        - port: management
[/#if]
[#if workload.mesh]
    # the mesh between nodes (ambient), and its own metrics
    - ports:
        - port: 15008
        - port: 15020
[/#if]
  egress:
    # DNS; where nodes cache it (169.254.20.10), allow that address too
    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: kube-system
      ports:
        - protocol: UDP
          port: 53
        - protocol: TCP
          port: 53
    # other services of the namespace
    - to:
        - podSelector: {}
[#if workload.database]
    # the database, wherever it is: name its namespace or address here
    - ports:
        - port: 5432
[/#if]
[#if workload.consul]
    # Consul, wherever it is
    - ports:
        - port: 8500
[/#if]
    # the keys of who signs tokens
    - ports:
        - port: 443
[#if workload.prometheus]
    # traces
    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: [=workload.monitoringNamespace]
      ports:
        - port: 4317
        - port: 4318
[/#if]
[#if workload.mesh]
    # the mesh's control plane, and other nodes (ambient)
    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: istio-system
      ports:
        - port: 15012
    - ports:
        - port: 15008
[/#if]
