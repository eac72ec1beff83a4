[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
# the External Secrets operator makes the Secret from what the store has
apiVersion: external-secrets.io/v1
kind: ExternalSecret
[@common.metadata name=workload.databaseSecret/]
spec:
  refreshInterval: 1h
  # the store that your platform has set up, and where in it the values are
  secretStoreRef:
    kind: ClusterSecretStore
    name: default
  target:
    name: [=workload.databaseSecret]
    creationPolicy: Owner
  data:
    - secretKey: username
      remoteRef:
        key: [=workload.name]/database
        property: username
    - secretKey: password
      remoteRef:
        key: [=workload.name]/database
        property: password
