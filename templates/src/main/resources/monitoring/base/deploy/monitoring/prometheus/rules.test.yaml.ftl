# made by msvc; this file is yours: edit it, and the next run merges
# promtool test rules rules.test.yaml
[#macro labels more=""]{job="[=workload.name]",namespace="[=watch.testNamespace]"[=more?no_esc]}[/#macro]
[#macro quiet at alert]
      - eval_time: [=at]
        alertname: [=alert]
[/#macro]
[#macro fires at alert labels value=""]
[#local told = watch.alerts[alert]]
      - eval_time: [=at]
        alertname: [=alert]
        exp_alerts:
          - exp_labels: {[=labels?no_esc], severity: [=told.severity], service: [=workload.name]}
            exp_annotations:
              summary: "[=told.summary?replace("\\{\\{ .*? }}", value, "r")]"
              runbook: "docs/runbook.md#[=told.anchor]"
[/#macro]
[#assign namespace = "namespace: " + watch.testNamespace]
[#assign job = namespace + ", job: " + workload.name]
rule_files:
  - rules.yaml

tests:
[#list watch.protocols as each]
  - name: one in twenty [=each.name] requests fails
    interval: 1m
    input_series:
      - series: '[=each.timer]_count[@labels "," + each.sampleWell/]'
        values: 0+95x90
      - series: '[=each.timer]_count[@labels "," + each.sampleFailed/]'
        values: 0+5x90
    promql_expr_test:
      - expr: [=each.name]_route:requests:rate5m
        eval_time: 60m
        exp_samples:
          - labels: '[=each.name]_route:requests:rate5m[@labels "," + each.sample/]'
            value: 1.6666666666666667
      - expr: protocol:request_errors:ratio5m{protocol="[=each.name]"}
        eval_time: 60m
        exp_samples:
          - labels: 'protocol:request_errors:ratio5m[@labels ",protocol=\"" + each.name + "\""/]'
            value: 0.05
    alert_rule_test:
[@fires "60m" "ErrorBudgetBurnsFast" job + ", protocol: " + each.name each.name/]

  - name: one in two thousand [=each.name] requests fails
    interval: 1m
    input_series:
      - series: '[=each.timer]_count[@labels "," + each.sampleWell/]'
        values: 0+1999x90
      - series: '[=each.timer]_count[@labels "," + each.sampleFailed/]'
        values: 0+1x90
    alert_rule_test:
[@quiet "60m" "ErrorBudgetBurnsFast"/]
[@quiet "60m" "ErrorBudgetBurnsSlowly"/]

  - name: three in a hundred [=each.name] requests fail for an hour
    interval: 1m
    input_series:
      - series: '[=each.timer]_count[@labels "," + each.sampleWell/]'
        values: 0+97x360
      - series: '[=each.timer]_count[@labels "," + each.sampleFailed/]'
        values: 0x300 3+3x60
    alert_rule_test:
[@quiet "300m" "ErrorBudgetBurnsFast"/]
[@fires "360m" "ErrorBudgetBurnsFast" job + ", protocol: " + each.name each.name/]

  - name: no [=each.name] request fails
    interval: 1m
    input_series:
      - series: '[=each.timer]_count[@labels "," + each.sampleWell/]'
        values: 0+100x90
    promql_expr_test:
      - expr: protocol:request_errors:ratio5m{protocol="[=each.name]"}
        eval_time: 60m
        exp_samples:
          - labels: 'protocol:request_errors:ratio5m[@labels ",protocol=\"" + each.name + "\""/]'
            value: 0
    alert_rule_test:
[@quiet "60m" "ErrorBudgetBurnsFast"/]

  - name: five in a thousand [=each.name] requests fail for hours
    interval: 15m
    input_series:
      - series: '[=each.timer]_count[@labels "," + each.sampleWell/]'
        values: 0+995x32
      - series: '[=each.timer]_count[@labels "," + each.sampleFailed/]'
        values: 0+5x32
    alert_rule_test:
[@quiet "7h" "ErrorBudgetBurnsFast"/]
[@fires "7h" "ErrorBudgetBurnsSlowly" job + ", protocol: " + each.name each.name/]

  - name: one in a hundred [=each.name] requests takes 2 s
    interval: 1m
    input_series:
      - series: '[=each.timer]_count[@labels "," + each.sampleWell/]'
        values: 0+100x40
      - series: '[=each.timer]_bucket[@labels "," + each.sampleWell + ",le=\"0.1\""/]'
        values: 0+90x40
      - series: '[=each.timer]_bucket[@labels "," + each.sampleWell + ",le=\"2\""/]'
        values: 0+100x40
      - series: '[=each.timer]_bucket[@labels "," + each.sampleWell + ",le=\"+Inf\""/]'
        values: 0+100x40
    alert_rule_test:
[@quiet "5m" "RequestsAreSlow"/]
[@fires "30m" "RequestsAreSlow" job + ", protocol: " + each.name each.name/]

  - name: all [=each.name] requests are fast
    interval: 1m
    input_series:
      - series: '[=each.timer]_count[@labels "," + each.sampleWell/]'
        values: 0+100x40
      - series: '[=each.timer]_bucket[@labels "," + each.sampleWell + ",le=\"0.1\""/]'
        values: 0+100x40
      - series: '[=each.timer]_bucket[@labels "," + each.sampleWell + ",le=\"+Inf\""/]'
        values: 0+100x40
    alert_rule_test:
[@quiet "30m" "RequestsAreSlow"/]

[/#list]
  - name: no pod answers
    interval: 1m
    input_series:
      - series: 'up[@labels ",pod=\"one\""/]'
        values: 1x9 0x20
    alert_rule_test:
[@quiet "9m" "ServiceDown"/]
[@fires "15m" "ServiceDown" job/]
[@fires "20m" "PodDown" job + ", pod: one" "one"/]

  - name: Prometheus knows of no pod
    interval: 1m
    input_series:
      - series: 'up{job="another",namespace="[=watch.testNamespace]"}'
        values: 1x20
    alert_rule_test:
[@fires "15m" "ServiceDown" watch.absentLabels/]

  - name: one of two pods answers
    interval: 1m
    input_series:
      - series: 'up[@labels ",pod=\"one\""/]'
        values: 1x30
      - series: 'up[@labels ",pod=\"two\""/]'
        values: 1x9 0x20
    alert_rule_test:
[@quiet "25m" "ServiceDown"/]
[@quiet "12m" "PodDown"/]
[@fires "25m" "PodDown" job + ", pod: two" "two"/]

  - name: a container restarts each five minutes
    interval: 1m
    input_series:
      - series: 'kube_pod_container_status_restarts_total{namespace="[=watch.testNamespace]",pod="one",container="[=workload.name]"}'
        values: 0x4 1x4 2x4 3x4 4x4 5x4 6x30
      - series: 'kube_pod_container_status_restarts_total{namespace="[=watch.testNamespace]",pod="two",container="[=workload.name]"}'
        values: 0x9 1x50
    alert_rule_test:
[@fires "30m" "PodsRestart" namespace + ", pod: one" "one"/]
[@quiet "4m" "PodsRestart"/]
[#if workload.database]

  - name: all connections are in use
    interval: 1m
    input_series:
      - series: 'hikaricp_connections_active[@labels ",pod=\"one\",pool=\"HikariPool-1\""/]'
        values: 10x20
      - series: 'hikaricp_connections_max[@labels ",pod=\"one\",pool=\"HikariPool-1\""/]'
        values: 10x20
      - series: 'hikaricp_connections_pending[@labels ",pod=\"one\",pool=\"HikariPool-1\""/]'
        values: 0x20
    alert_rule_test:
[@quiet "3m" "DatabasePoolFull"/]
[@fires "15m" "DatabasePoolFull" job + ", pod: one" "one"/]

  - name: requests wait for a connection
    interval: 1m
    input_series:
      - series: 'hikaricp_connections_pending[@labels ",pod=\"one\",pool=\"HikariPool-1\""/]'
        values: 3x20
    alert_rule_test:
[@fires "15m" "DatabasePoolFull" job + ", pod: one" "one"/]

  - name: half of the connections are in use
    interval: 1m
    input_series:
      - series: 'hikaricp_connections_active[@labels ",pod=\"one\",pool=\"HikariPool-1\""/]'
        values: 5x20
      - series: 'hikaricp_connections_max[@labels ",pod=\"one\",pool=\"HikariPool-1\""/]'
        values: 10x20
      - series: 'hikaricp_connections_pending[@labels ",pod=\"one\",pool=\"HikariPool-1\""/]'
        values: 0x20
    alert_rule_test:
[@quiet "15m" "DatabasePoolFull"/]
[/#if]

  - name: as many pods as there may be
    interval: 1m
    input_series:
      - series: 'kube_horizontalpodautoscaler_status_current_replicas{namespace="[=watch.testNamespace]",horizontalpodautoscaler="[=workload.name]"}'
        values: 4x9 10x30
      - series: 'kube_horizontalpodautoscaler_spec_max_replicas{namespace="[=watch.testNamespace]",horizontalpodautoscaler="[=workload.name]"}'
        values: 10x40
    alert_rule_test:
[@quiet "9m" "AutoscalerAtMaximum"/]
[@fires "30m" "AutoscalerAtMaximum" namespace + ", horizontalpodautoscaler: " + workload.name/]
