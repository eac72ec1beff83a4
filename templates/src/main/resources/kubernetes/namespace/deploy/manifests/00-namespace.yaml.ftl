# made by msvc; this file is yours: edit it, and the next run merges
# pods that could harm the node are refused here
apiVersion: v1
kind: Namespace
metadata:
  name: [=workload.namespace]
  labels:
    pod-security.kubernetes.io/enforce: restricted
    pod-security.kubernetes.io/audit: restricted
    pod-security.kubernetes.io/warn: restricted
