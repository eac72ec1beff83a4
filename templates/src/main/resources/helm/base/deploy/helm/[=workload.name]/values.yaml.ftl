# made by msvc; this file is yours: edit it, and the next run merges
# helm upgrade --install [=workload.name] deploy/helm/[=workload.name]; values.schema.json says what each may be
nameOverride: ""
fullnameOverride: ""

image:
  repository: "[=workload.repository]"
  # empty for the chart's appVersion
  tag: ""
  pullPolicy: IfNotPresent
imagePullSecrets: []

# of every object
[#if workload.labels?has_content]
commonLabels:
[#list workload.labels as key, value]
  "[=key]": "[=value]"
[/#list]
[#else]
commonLabels: {}
[/#if]
podLabels: {}
podAnnotations: {}

# the environment, all of it in quotes; what is secret has no place here
config:
[#list workload.configuration as key, value]
  [=key]: "[=value]"
[/#list]

# what pods read anew while they run: logging.level.NAME, tracing.sampling
live:
  logging.level.root: info
[#if workload.database]

database:
  # the Secret with 'username' and 'password'
  secret: [=workload.databaseSecret]
[#if workload.externalSecrets]

# the External Secrets operator makes that Secret from what a store has
externalSecret:
  enabled: true
  refreshInterval: 1h
  store:
    kind: ClusterSecretStore
    name: default
  # where in the store the two are
  key: [=workload.name]/database
[/#if]
[/#if]
[#if workload.consul]

consul:
  # the Secret with the 'token' that Consul wants; without one, no token is sent
  secret: [=workload.consulSecret]
[/#if]
[#if workload.apiKeys]

apiKeys:
  # the Secret with hashes of API keys, in 'keys'
  secret: [=workload.apiKeysSecret]
[/#if]

# only where autoscaling is off
replicas: 2

resources:
  requests:
    cpu: 250m
    memory: 768Mi
  limits:
    memory: 768Mi

autoscaling:
  enabled: true
  minReplicas: 2
  maxReplicas: 10
  cpuPercent: 70
  # of each pod, as the Prometheus adapter counts them (deploy/README.md); empty for processor alone
  requestsPerSecond: "[#if workload.prometheus]50[/#if]"

# recommendations only; needs the Vertical Pod Autoscaler
verticalAutoscaling:
  enabled: false

podDisruptionBudget:
  enabled: true
  maxUnavailable: 1

networkPolicy:
  enabled: true
  # empty for none
  gatewayNamespace: "[=workload.gatewayNamespace]"
  monitoringNamespace: "[#if workload.prometheus][=workload.monitoringNamespace][/#if]"
  # more rules, as a NetworkPolicy writes them
  moreIngress: []
  moreEgress: []
[#if workload.gatewayApi]

# routes of the Gateway API, below a Gateway that is there
gateway:
  enabled: true
  name: [=workload.gatewayName]
  namespace: [=workload.gatewayNamespace]
  host: "[=workload.host]"
  grpcHost: "[=workload.grpcHost]"
[/#if]
[#if workload.mesh]

# Istio
mesh:
  enabled: true
  issuer: "[=workload.organisation.issuer]"
  # the share of the pods with 'track: canary'
  canaryPercent: 0
[#if workload.gatewayOfIstio]
  host: "[=workload.host]"
[/#if]
[/#if]

nodeSelector: {}
tolerations: []
affinity:
  nodeAffinity:
    requiredDuringSchedulingIgnoredDuringExecution:
      nodeSelectorTerms:
        - matchExpressions:
            - key: kubernetes.io/os
              operator: In
              values: [linux]

# 'helm test [=workload.name]' calls the service with it
test:
  image: "curlimages/curl:8.11.1"
