[#-- a panel of 24 columns' width; its queries follow --]
[#assign here = watch.job + ",namespace=~'$namespace'"]
[#assign next = 0]
[#macro row title y]
[#assign next = next + 1]
    {"id": [=next], "type": "row", "title": "[=title]", "collapsed": false, "panels": [], "gridPos": {"h": 1, "w": 24, "x": 0, "y": [=y]}}[#t]
[/#macro]
[#macro panel title unit x y w=8 type="timeseries" description=""]
[#assign next = next + 1]
    {
      "id": [=next],
      "type": "[=type]",
      "title": "[=title]",
      "description": "[=description]",
      "datasource": {"type": "prometheus", "uid": "${datasource}"},
      "gridPos": {"h": 8, "w": [=w], "x": [=x], "y": [=y]},
      "fieldConfig": {"defaults": {"unit": "[=unit]", "min": 0}, "overrides": []},
      "options": {[#if type == "timeseries"]"legend": {"displayMode": "list", "placement": "bottom", "showLegend": true}, "tooltip": {"mode": "multi", "sort": "desc"}[#else]"reduceOptions": {"calcs": ["lastNotNull"]}[/#if]},
      "targets": [
[#nested]
      ]
    }[#t]
[/#macro]
[#macro query ref legend expr more=false]
        {"refId": "[=ref]", "datasource": {"type": "prometheus", "uid": "${datasource}"}, "legendFormat": "[=legend]", "expr": "[=expr]"}[#if more],[/#if]
[/#macro]
{
  "uid": "[=workload.name]",
  "title": "[=workload.name]",
  "description": "[=workload.description]",
  "tags": ["msvc", "[=workload.name]"],
  "timezone": "browser",
  "schemaVersion": 39,
  "version": 1,
  "editable": true,
  "refresh": "30s",
  "time": {"from": "now-3h", "to": "now"},
  "templating": {
    "list": [
      {"name": "datasource", "type": "datasource", "label": "Prometheus", "query": "prometheus", "refresh": 1},
      {
        "name": "namespace",
        "type": "query",
        "label": "Namespace",
        "datasource": {"type": "prometheus", "uid": "${datasource}"},
        "query": {"query": "label_values(up{[=watch.job]}, namespace)", "refId": "namespace"},
        "refresh": 2,
        "multi": true,
        "includeAll": true,
        "allValue": ".*",
        "current": {"text": "All", "value": "$__all"}
      }
    ]
  },
  "annotations": {
    "list": [
      {
        "name": "Alerts",
        "datasource": {"type": "prometheus", "uid": "${datasource}"},
        "enable": true,
        "iconColor": "red",
        "expr": "ALERTS{service='[=workload.name]',alertstate='firing'}",
        "titleFormat": "{{alertname}}",
        "textFormat": "{{severity}}"
      }
    ]
  },
  "panels": [
[#assign y = 0]
[#list watch.protocols as each]
[@row each.label y/],
[@panel each.label + ": requests" "reqps" 0 y + 1 8 "timeseries" "by route"]
[@query "A" each.legend "sum by (" + each.by + ") (rate(" + each.timer + "_count{" + here + each.all + "}[$__rate_interval]))"/]
[/@panel],
[@panel each.label + ": errors" "percentunit" 8 y + 1 8 "timeseries" "the share of requests that failed by our fault, by route"]
[@query "A" each.legend "sum by (" + each.by + ") (rate(" + each.timer + "_count{" + here + each.all + each.failed + "}[$__rate_interval])) / sum by (" + each.by + ") (rate(" + each.timer + "_count{" + here + each.all + "}[$__rate_interval]))"/]
[/@panel],
[@panel each.label + ": duration" "s" 16 y + 1 8 "timeseries" "the slowest in a hundred requests, by route; and half of all"]
[@query "A" "p99 " + each.legend "histogram_quantile(0.99, sum by (" + each.by + ", le) (rate(" + each.timer + "_bucket{" + here + each.all + each.timed + "}[$__rate_interval])))" true/]
[@query "B" "p50 of all" "histogram_quantile(0.5, sum by (le) (rate(" + each.timer + "_bucket{" + here + each.all + each.timed + "}[$__rate_interval])))"/]
[/@panel],
[#assign y = y + 9]
[/#list]
[@row "Saturation" y/],
[@panel "Pods" "short" 0 y + 1 8 "timeseries" "that answer Prometheus, by version and track; and as many as the autoscaler may run"]
[@query "A" "{{app_kubernetes_io_version}} {{track}}" "sum by (app_kubernetes_io_version, track) (up{" + here + "})" true/]
[@query "B" "at most" "max(kube_horizontalpodautoscaler_spec_max_replicas{" + watch.autoscaler + ",namespace=~'$namespace'})"/]
[/@panel],
[@panel "Processor" "percentunit" 8 y + 1 8 "timeseries" "the share of the node's processors, by pod"]
[@query "A" "{{pod}}" "max by (pod) (process_cpu_usage{" + here + "})"/]
[/@panel],
[@panel "Memory" "percentunit" 16 y + 1 8 "timeseries" "of the container's limit, by pod"]
[@query "A" "{{pod}}" "max by (pod) (container_memory_working_set_bytes{" + watch.container + ",namespace=~'$namespace'}) / max by (pod) (kube_pod_container_resource_limits{" + watch.container + ",namespace=~'$namespace',resource='memory'})"/]
[/@panel],
[#assign y = y + 9]
[@row "Java" y/],
[@panel "Heap" "percentunit" 0 y + 1 8 "timeseries" "in use, by pod"]
[@query "A" "{{pod}}" "sum by (pod) (jvm_memory_used_bytes{" + here + ",area='heap'}) / sum by (pod) (jvm_memory_max_bytes{" + here + ",area='heap'} > 0)"/]
[/@panel],
[@panel "Garbage collection" "percentunit" 8 y + 1 8 "timeseries" "the share of time in which the process stood still, by pod"]
[@query "A" "{{pod}}" "sum by (pod) (rate(jvm_gc_pause_seconds_sum{" + here + "}[$__rate_interval]))"/]
[/@panel],
[@panel "Threads" "short" 16 y + 1 8 "timeseries" "by pod"]
[@query "A" "{{pod}}" "max by (pod) (jvm_threads_live_threads{" + here + "})"/]
[/@panel],
[#assign y = y + 9]
[#if workload.database]
[@row "Database" y/],
[@panel "Connections" "short" 0 y + 1 8 "timeseries" "in use, waited for, and at most, of all pods"]
[@query "A" "in use" "sum(hikaricp_connections_active{" + here + "})" true/]
[@query "B" "waited for" "sum(hikaricp_connections_pending{" + here + "})" true/]
[@query "C" "at most" "sum(hikaricp_connections_max{" + here + "})"/]
[/@panel],
[@panel "Wait for a connection" "s" 8 y + 1 8 "timeseries" "on average, by pod"]
[@query "A" "{{pod}}" "sum by (pod) (rate(hikaricp_connections_acquire_seconds_sum{" + here + "}[$__rate_interval])) / sum by (pod) (rate(hikaricp_connections_acquire_seconds_count{" + here + "}[$__rate_interval]))"/]
[/@panel],
[@panel "Connections not got in time" "short" 16 y + 1 8 "timeseries" "by pod"]
[@query "A" "{{pod}}" "sum by (pod) (increase(hikaricp_connections_timeout_total{" + here + "}[$__rate_interval]))"/]
[/@panel],
[#assign y = y + 9]
[/#if]
[#if watch.commands]
[@row "What it was told" y/],
[@panel "Commands" "cps" 0 y + 1 16 "timeseries" "that were done, by aggregate and command"]
[@query "A" "{{aggregate}} {{command}}" "sum by (aggregate, command) (rate(domain_commands_total{" + here + ",outcome='done'}[$__rate_interval]))"/]
[/@panel],
[@panel "Commands that were not done" "cps" 16 y + 1 8 "timeseries" "refused by a rule, denied for want of a role, overtaken by another change, failed by our fault"]
[@query "A" "{{outcome}}" "sum by (outcome) (rate(domain_commands_total{" + here + ",outcome!='done'}[$__rate_interval]))"/]
[/@panel],
[#assign y = y + 9]
[/#if]
[#if watch.events]
[@row "What happened" y/],
[@panel "Events" "cps" 0 y + 1 16 "timeseries" "after their transactions, by type"]
[@query "A" "{{type}}" "sum by (type) (rate(domain_events_total{" + here + "}[$__rate_interval]))"/]
[/@panel],
[@panel "Events of the day" "short" 16 y + 1 8 "stat" "in the last 24 hours, by type"]
[@query "A" "{{type}}" "sum by (type) (increase(domain_events_total{" + here + "}[24h]))"/]
[/@panel],
[#assign y = y + 9]
[/#if]
[@row "Logs" y/],
[@panel "Lines logged" "cps" 0 y + 1 16 "timeseries" "by level; the lines themselves are JSON on standard output"]
[@query "A" "{{level}}" "sum by (level) (rate(logback_events_total{" + here + ",level=~'error|warn'}[$__rate_interval]))"/]
[/@panel],
[@panel "Restarts" "short" 16 y + 1 8 "stat" "of containers in the last 24 hours"]
[@query "A" "{{pod}}" "sum by (pod) (increase(kube_pod_container_status_restarts_total{" + watch.container + ",namespace=~'$namespace'}[24h]))"/]
[/@panel]
  ]
}
