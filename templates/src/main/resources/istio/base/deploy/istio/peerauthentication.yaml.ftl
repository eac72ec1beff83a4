[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
# no call without the caller's certificate
apiVersion: security.istio.io/v1
kind: PeerAuthentication
[@common.metadata name=workload.name/]
spec:
  selector:
    matchLabels:
[@common.selector indent=6/]
  mtls:
    mode: STRICT
[#if workload.prometheus]
  # a Prometheus outside the mesh has none; networkpolicy.yaml says who reaches this port
  portLevelMtls:
    8081:
      mode: PERMISSIVE
[/#if]
