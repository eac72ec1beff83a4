[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
[@common.metadata name=workload.name/]
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: [=workload.name]
  minReplicas: 2
  maxReplicas: 10
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70
    # from the Prometheus adapter (docs: deploy/README.md); without it pods are added by CPU, and none are taken away
    - type: Pods
      pods:
        metric:
          name: http_server_requests_per_second
        target:
          type: AverageValue
          averageValue: "50"
  behavior:
    # fast up: double, or four more, each half minute
    scaleUp:
      stabilizationWindowSeconds: 0
      selectPolicy: Max
      policies:
        - type: Percent
          value: 100
          periodSeconds: 30
        - type: Pods
          value: 4
          periodSeconds: 30
    # slow down: one pod a minute, and only when five minutes needed fewer
    scaleDown:
      stabilizationWindowSeconds: 300
      policies:
        - type: Pods
          value: 1
          periodSeconds: 60
