[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
# Recommends how much the pods should ask for, and changes nothing: two autoscalers would fight over the same CPU.
# kubectl apply -f deploy/manifests/optional, where the cluster has the Vertical Pod Autoscaler; then
# kubectl describe verticalpodautoscaler [=workload.name]
apiVersion: autoscaling.k8s.io/v1
kind: VerticalPodAutoscaler
[@common.metadata name=workload.name/]
spec:
  targetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: [=workload.name]
  updatePolicy:
    updateMode: "Off"
