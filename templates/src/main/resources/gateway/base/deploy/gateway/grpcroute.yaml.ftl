[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
# gRPC from outside, under a name of its own: routes of both kinds cannot share one
apiVersion: gateway.networking.k8s.io/v1
kind: GRPCRoute
[@common.metadata name=workload.name/]
spec:
  parentRefs:
    - name: [=workload.gatewayName]
      namespace: [=workload.gatewayNamespace]
  hostnames:
    - [=workload.grpcHost]
  rules:
    - matches:
[#list workload.grpcServices as each]
        - method:
            type: Exact
            service: [=each]
[/#list]
      backendRefs:
        - name: [=workload.name]
          port: 9090
