[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
[#import "/monitoring/shared/rules.yaml.ftl" as rules]
[#assign groups][@rules.groups/][/#assign]
# made by msvc; this file is yours: edit it, and the next run merges
# prometheus/rules.yaml has the same rules: edit both
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
[@common.metadata name=workload.name/]
spec:
[#list groups?markup_string?split("\n") as line]
[#if line?has_content]
  [=line?no_esc]
[#elseif line?has_next]

[/#if]
[/#list]
