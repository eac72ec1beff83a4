[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
apiVersion: telemetry.istio.io/v1
kind: Telemetry
[@common.metadata name=workload.name/]
spec:
  selector:
    matchLabels:
[@common.selector indent=6/]
  # to the tracing provider that the mesh has by default
  tracing:
    - randomSamplingPercentage: 10
  # a line for each call that failed, or that took more than a second
  accessLogging:
    - providers:
        - name: envoy
      filter:
        expression: "response.code >= 500 || response.duration > duration('1s')"
