[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
# how callers in the mesh behave towards the service
apiVersion: networking.istio.io/v1
kind: DestinationRule
[@common.metadata name=workload.name/]
spec:
  host: [=workload.meshHost]
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
    loadBalancer:
      simple: LEAST_REQUEST
      # pods of the caller's own zone first, others when those are ejected
      localityLbSetting:
        enabled: true
    connectionPool:
      tcp:
        maxConnections: 200
        connectTimeout: 2s
      http:
        http1MaxPendingRequests: 200
        http2MaxRequests: 1000
        maxRetries: 20
        idleTimeout: 5m
    # leaves out a pod that fails, never more than half of them
    outlierDetection:
      consecutive5xxErrors: 5
      consecutiveGatewayErrors: 3
      interval: 10s
      baseEjectionTime: 30s
      maxEjectionPercent: 50
  subsets:
    - name: stable
      labels:
        track: stable
    - name: canary
      labels:
        track: canary
