[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
# REST from outside, through a Gateway of your platform; that Gateway's listener says which namespaces may
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
[@common.metadata name=workload.name/]
spec:
  parentRefs:
    - name: [=workload.gatewayName]
      namespace: [=workload.gatewayNamespace]
  hostnames:
    - [=workload.host]
  rules:
    - matches:
[#list workload.paths as each]
        - path:
            type: PathPrefix
            value: [=each]
[/#list]
      timeouts:
        request: 15s
        backendRequest: 10s
      backendRefs:
        - name: [=workload.name]
          port: 80
