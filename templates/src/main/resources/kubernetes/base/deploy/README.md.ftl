<!-- made by msvc; this file is yours: edit it, and the next run merges -->
# [=workload.name] in a cluster

```
kubectl apply -k deploy --dry-run=server      what the cluster says to it
kubectl apply -k deploy
kubectl rollout status deployment/[=workload.name]
```

| what | where |
|---|---|
| the environment: database, issuer of tokens | `manifests/configmap.yaml` |
| levels of logs and the share of traces, without a restart | `manifests/configmap-live.yaml` |
| processor, memory, probes | `manifests/deployment.yaml` |
| how many pods | `manifests/horizontalpodautoscaler.yaml` |
| who may reach it, and what it may reach | `manifests/networkpolicy.yaml` |
| recommendations for processor and memory, where the cluster has the Vertical Pod Autoscaler | `manifests/optional/` |
[#if workload.database]

## The database's user
[#if workload.externalSecrets]

`manifests/externalsecret.yaml` has the External Secrets operator make the Secret `[=workload.databaseSecret]`. Name your store there, and where the
user and the password are in it.
[#else]

No file has a secret. The pods wait until there is a Secret `[=workload.databaseSecret]` with `username` and `password`; with the two in files of these
names:

```
kubectl create secret generic [=workload.databaseSecret] --from-file=username --from-file=password
```
[/#if]
[/#if]
[#if workload.prometheus]

## Pods by requests

`manifests/horizontalpodautoscaler.yaml` adds pods by processor and by requests a second. The second figure comes from the Prometheus adapter, with
this rule:

```yaml
rules:
  - seriesQuery: 'http_server_requests_seconds_count{namespace!="",pod!=""}'
    resources:
      overrides:
        namespace: {resource: namespace}
        pod: {resource: pod}
    name:
      matches: ^http_server_requests_seconds_count$
      as: http_server_requests_per_second
    metricsQuery: sum(rate(<<.Series>>{<<.LabelMatchers>>}[2m])) by (<<.GroupBy>>)
```

Without the adapter the autoscaler adds pods by processor, and takes none away: leave out the metric of type `Pods` then.
[/#if]
