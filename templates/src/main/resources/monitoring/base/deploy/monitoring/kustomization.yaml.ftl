# made by msvc; this file is yours: edit it, and the next run merges
# kubectl apply -k deploy/monitoring
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - prometheusrule.yaml
  - servicemonitor.yaml
# Grafana's sidecar loads what has this label
configMapGenerator:
  - name: [=workload.name]-dashboard
[#if workload.namespace?has_content]
    namespace: [=workload.namespace]
[/#if]
    files:
      - [=workload.name].json=dashboard.json
    options:
      disableNameSuffixHash: true
      labels:
        grafana_dashboard: "1"
        app.kubernetes.io/name: [=workload.name]
