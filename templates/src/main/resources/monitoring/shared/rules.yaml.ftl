[#-- the groups of rules: in the object of the operator, and in a file for promtool --]
[#macro groups]
groups:
  - name: [=workload.name].routes
    rules:
[#list watch.protocols as each]
      # [=each.what]
      - record: [=each.name]_route:requests:rate5m
        expr: sum by (namespace, job, [=each.by]) (rate([=each.timer]_count{[=watch.job][=each.all]}[5m]))
      - record: [=each.name]_route:request_errors:rate5m
        expr: sum by (namespace, job, [=each.by]) (rate([=each.timer]_count{[=watch.job][=each.all][=each.failed]}[5m]))
      - record: [=each.name]_route:request_duration_seconds:p99_5m
        expr: histogram_quantile(0.99, sum by (namespace, job, [=each.by], le) (rate([=each.timer]_bucket{[=watch.job][=each.all][=each.timed]}[5m])))
[/#list]

  - name: [=workload.name].protocols
    rules:
[#list watch.protocols as each]
      - record: protocol:requests:rate5m
        expr: sum by (namespace, job) (rate([=each.timer]_count{[=watch.job][=each.all]}[5m]))
        labels:
          protocol: [=each.name]
      - record: protocol:request_duration_seconds:p99_5m
        expr: histogram_quantile(0.99, sum by (namespace, job, le) (rate([=each.timer]_bucket{[=watch.job][=each.all][=each.timed]}[5m])))
        labels:
          protocol: [=each.name]
[/#list]
      # the share of requests that failed by our own fault; none where nothing failed
[#list watch.windows as window]
[#list watch.protocols as each]
      - record: protocol:request_errors:ratio[=window]
        expr: >-
          (
            sum by (namespace, job) (rate([=each.timer]_count{[=watch.job][=each.all][=each.failed]}[[=window]]))
            or 0 * sum by (namespace, job) (rate([=each.timer]_count{[=watch.job][=each.all]}[[=window]]))
          )
          / sum by (namespace, job) (rate([=each.timer]_count{[=watch.job][=each.all]}[[=window]]))
        labels:
          protocol: [=each.name]
[/#list]
[/#list]

  - name: [=workload.name].alerts
    rules:
      # at this pace what may fail in 30 days ([=watch.budgetPercent] %) has failed in 2 days (1 h and 5 min), or in 5 (6 h and 30 min)
      - alert: ErrorBudgetBurnsFast
        expr: >-
          (
            protocol:request_errors:ratio1h{[=watch.job]} > 14.4 * [=watch.budget]
            and protocol:request_errors:ratio5m{[=watch.job]} > 14.4 * [=watch.budget]
          )
          or
          (
            protocol:request_errors:ratio6h{[=watch.job]} > 6 * [=watch.budget]
            and protocol:request_errors:ratio30m{[=watch.job]} > 6 * [=watch.budget]
          )
        for: 2m
[@notice watch.alerts["ErrorBudgetBurnsFast"]/]
      # in 10 days, or in 30
      - alert: ErrorBudgetBurnsSlowly
        expr: >-
          (
            protocol:request_errors:ratio1d{[=watch.job]} > 3 * [=watch.budget]
            and protocol:request_errors:ratio2h{[=watch.job]} > 3 * [=watch.budget]
          )
          or
          (
            protocol:request_errors:ratio3d{[=watch.job]} > [=watch.budget]
            and protocol:request_errors:ratio6h{[=watch.job]} > [=watch.budget]
          )
        for: 15m
[@notice watch.alerts["ErrorBudgetBurnsSlowly"]/]
      # said only where there are requests enough for a percentile
      - alert: RequestsAreSlow
        expr: >-
          protocol:request_duration_seconds:p99_5m{[=watch.job]} > [=watch.slow]
          and protocol:requests:rate5m{[=watch.job]} > 0.1
        for: 10m
[@notice watch.alerts["RequestsAreSlow"]/]
      # no pod answers Prometheus, or Prometheus knows of none
      - alert: ServiceDown
        expr: sum by (namespace, job) (up{[=watch.job]}) == 0 or absent(up{[=watch.job]})
        for: 2m
[@notice watch.alerts["ServiceDown"]/]
      - alert: PodDown
        expr: min by (namespace, job, pod) (up{[=watch.job]}) == 0
        for: 5m
[@notice watch.alerts["PodDown"]/]
      # from kube-state-metrics, as the next but one
      - alert: PodsRestart
        expr: sum by (namespace, pod) (increase(kube_pod_container_status_restarts_total{[=watch.container]}[30m])) > 2
[@notice watch.alerts["PodsRestart"]/]
[#if workload.database]
      - alert: DatabasePoolFull
        expr: >-
          max by (namespace, job, pod) (hikaricp_connections_active{[=watch.job]} / hikaricp_connections_max{[=watch.job]}) > 0.9
          or max by (namespace, job, pod) (hikaricp_connections_pending{[=watch.job]}) > 0
        for: 5m
[@notice watch.alerts["DatabasePoolFull"]/]
[/#if]
      - alert: AutoscalerAtMaximum
        expr: >-
          max by (namespace, horizontalpodautoscaler) (kube_horizontalpodautoscaler_status_current_replicas{[=watch.autoscaler]})
          >= max by (namespace, horizontalpodautoscaler) (kube_horizontalpodautoscaler_spec_max_replicas{[=watch.autoscaler]})
        for: 15m
[@notice watch.alerts["AutoscalerAtMaximum"]/]
[/#macro]
[#macro notice alert]
        labels:
          severity: [=alert.severity]
          service: [=workload.name]
        annotations:
          summary: "[=alert.summary]"
          runbook: "docs/runbook.md#[=alert.anchor]"
[/#macro]
