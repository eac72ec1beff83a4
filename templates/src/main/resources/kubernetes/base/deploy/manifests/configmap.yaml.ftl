[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
# The service's environment. Pods read it when they start: after an edit, type kubectl rollout restart deployment/[=workload.name]
apiVersion: v1
kind: ConfigMap
[@common.metadata name=workload.name + "-config"/]
data:
[#list workload.configuration as key, value]
  [=key]: "[=value]"
[/#list]
