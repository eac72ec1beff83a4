<!-- made by msvc; this file is yours: edit it, and the next run merges -->
# When [=workload.name] calls

Each alert's `runbook` points below. `critical` is for now, `warning` for the next working hours. The dashboard `[=workload.name]` in Grafana has
the figures; logs are JSON on standard output, one object a line, with `trace.id`: whatever collects your containers' output has them.

| promise | figure |
|---|---|
| requests that do not fail by our fault, in 30 days | [=watch.objectivePercent] % |
| the slowest in a hundred requests | below [=watch.slow] s |

A request fails by our fault where HTTP answers 5xx, or gRPC one of [=watch.faults].
Change the figures in `deploy/monitoring/prometheusrule.yaml` and `deploy/monitoring/prometheus/rules.yaml`.

```
kubectl get pods -l app.kubernetes.io/name=[=workload.name]
kubectl logs -l app.kubernetes.io/name=[=workload.name] --prefix --tail=200
kubectl rollout history deployment/[=workload.name]
kubectl rollout undo deployment/[=workload.name]
```

## ErrorBudgetBurnsFast

Critical: requests fail so often that what may fail in 30 days is spent within 2 to 5.

1. Which route fails: the dashboard, errors by route.
2. Since when: where a rollout began it, undo that first and understand it later.
3. Why: logs of level `ERROR`. Where all routes fail alike, look at the database and at who issues tokens.

## ErrorBudgetBurnsSlowly

Warning: for days requests fail at a pace that spends what may fail in 30 days within 10 to 30.

1. Which route fails: the dashboard, errors by route.
2. What fails a little and always is a defect: make it a task.

## RequestsAreSlow

Warning: the slowest in a hundred requests took longer than [=watch.slow] s for 10 minutes.

1. Which route: the dashboard, duration by route. A trace of it shows where the time goes.
2. Processor, heap and garbage collection of the pods; then the database's pool and its slow queries.

## ServiceDown

Critical: no pod answers Prometheus, or Prometheus knows of none.

1. `kubectl get pods`: are there any, and are they ready?
2. `kubectl describe pod`: an image that cannot be pulled, a Secret that is missing, no node with room.
3. Pods are well: look at the ServiceMonitor, at the NetworkPolicy towards port 8081, and at Prometheus itself.

## PodDown

Warning: a pod has not answered Prometheus for 5 minutes.

1. `kubectl describe pod`, and its logs, also with `--previous`.
2. Where it hangs, keep a thread dump (`kubectl exec POD -- kill -QUIT 1` puts one on standard output), then delete it.

## PodsRestart

Warning: a container was started anew more than twice in 30 minutes.

1. `kubectl describe pod`: its last state says why. `OOMKilled` wants more memory, or somebody to look at what fills it.
2. `kubectl logs --previous`: what it said last.
[#if workload.database]

## DatabasePoolFull

Warning: for 5 minutes nearly all connections of a pod were in use, or requests waited for one.

1. Slow queries and locks in the database: `pg_stat_activity`.
2. More connections only where the database has room: `DATABASE_POOL_SIZE` times the most pods stays below its `max_connections`.
[/#if]

## AutoscalerAtMaximum

Warning: the autoscaler has run as many pods as it may for 15 minutes.

1. More callers than thought of, or requests that cost more since the last rollout?
2. Raise `maxReplicas` where the cluster and the database have room.
