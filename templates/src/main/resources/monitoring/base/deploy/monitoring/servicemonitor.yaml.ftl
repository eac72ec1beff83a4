[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
# Has Prometheus read each pod, a canary too. The rules know the service by its job.
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
[@common.metadata name=workload.name/]
spec:
  # Two Services reach the same pods. The headless one is left out, or each pod would be read and counted twice.
  selector:
    matchLabels:
      app.kubernetes.io/name: [=workload.name]
    matchExpressions:
      - key: app.kubernetes.io/component
        operator: NotIn
        values: [headless]
  jobLabel: app.kubernetes.io/name
  podTargetLabels: [track, app.kubernetes.io/version]
  endpoints:
    - port: management
      path: /actuator/prometheus
      interval: 30s
      scrapeTimeout: 10s
