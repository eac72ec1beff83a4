# made by msvc; this file is yours: edit it, and the next run merges
# kubectl apply -k deploy
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
[#list workload.manifests as each]
  - manifests/[=each]
[/#list]
# kustomize edit set image
images:
  - name: "[=workload.repository]"
    newTag: "[=workload.version]"
