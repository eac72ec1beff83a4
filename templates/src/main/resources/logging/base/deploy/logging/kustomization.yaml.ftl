# made by msvc; this file is yours: edit it, and the next run merges
# kubectl apply -k deploy/logging: a ConfigMap for Fluent Bit, in its namespace
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
configMapGenerator:
  - name: [=workload.name]-fluent-bit
    namespace: logging
    files:
      - [=workload.name].yaml=fluent-bit.yaml
    options:
      disableNameSuffixHash: true
      labels:
        app.kubernetes.io/name: [=workload.name]
