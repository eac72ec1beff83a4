[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
# one pod at a time when nodes are drained; a pod that is not ready holds nobody up
apiVersion: policy/v1
kind: PodDisruptionBudget
[@common.metadata name=workload.name/]
spec:
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
[@common.selector indent=6/]
