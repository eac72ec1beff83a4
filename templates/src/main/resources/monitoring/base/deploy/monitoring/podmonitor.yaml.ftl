[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
# Has Prometheus read each pod once, a canary too. The rules know the service by its job.
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
[@common.metadata name=workload.name/]
spec:
  selector:
    matchLabels:
      app.kubernetes.io/name: [=workload.name]
  jobLabel: app.kubernetes.io/name
  podTargetLabels: [track, app.kubernetes.io/version]
  podMetricsEndpoints:
    - port: management
      path: /actuator/prometheus
      interval: 30s
      scrapeTimeout: 10s
