[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
# For tests only, and not applied by 'kubectl apply -f deploy/istio': calls that carry the header x-fault-test are late or fail,
# so that you see what their callers make of it. Others are as before.
#   kubectl apply -f deploy/istio/tests     begins
#   kubectl apply -f deploy/istio           ends it: this has the name of the VirtualService there
apiVersion: networking.istio.io/v1
kind: VirtualService
[@common.metadata name=workload.name/]
spec:
  hosts:
    - [=workload.meshHost]
  gateways:
    - mesh
  http:
    - name: late-or-failing
      match:
        - headers:
            x-fault-test:
              exact: "true"
          port: 80
      fault:
        delay:
          percentage:
            value: 20
          fixedDelay: 3s
        abort:
          percentage:
            value: 10
          httpStatus: 503
      route:
        - destination:
            host: [=workload.meshHost]
            subset: stable
            port:
              number: 80
    - name: grpc
      match:
        - port: 9090
      route:
        - destination:
            host: [=workload.meshHost]
            subset: stable
            port:
              number: 9090
    - name: http
      route:
        - destination:
            host: [=workload.meshHost]
            subset: stable
            port:
              number: 80
