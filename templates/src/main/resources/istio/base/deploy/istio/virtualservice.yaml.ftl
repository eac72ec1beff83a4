[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
# Where calls go, and how long they may take. A canary gets its share by the weights, which make 100 together.
apiVersion: networking.istio.io/v1
kind: VirtualService
[@common.metadata name=workload.name/]
spec:
  hosts:
    - [=workload.meshHost]
[#if workload.gatewayOfIstio]
    - [=workload.host]
[/#if]
  gateways:
    - mesh
[#if workload.gatewayOfIstio]
    - [=workload.name]
[/#if]
  http:
    - name: grpc
      match:
        - port: 9090
          gateways: [mesh]
[#if workload.gatewayOfIstio]
[#list workload.grpcServices as each]
        - uri:
            prefix: /[=each]/
          gateways: ["[=workload.name]"]
[/#list]
[/#if]
      timeout: 30s
      # only what the service has certainly not begun
      retries:
        attempts: 2
        perTryTimeout: 10s
        retryOn: connect-failure,refused-stream
      route:
[@routes port=9090/]
    - name: http
[#if workload.gatewayOfIstio]
      match:
        - gateways: [mesh]
[#list workload.paths as each]
        - uri:
            prefix: [=each]
          gateways: ["[=workload.name]"]
[/#list]
[/#if]
      timeout: 15s
      retries:
        attempts: 2
        perTryTimeout: 5s
        retryOn: connect-failure,refused-stream
      route:
[@routes port=80/]
[#macro routes port]
        - destination:
            host: [=workload.meshHost]
            subset: stable
            port:
              number: [=port]
          weight: 100
        - destination:
            host: [=workload.meshHost]
            subset: canary
            port:
              number: [=port]
          weight: 0
[/#macro]
