[#import "/shift/shared.yaml.ftl" as common]
# made by msvc: the plan of shift [=shift.name], as it was when it was started
apiVersion: v1
kind: ConfigMap
[@common.metadata name=shift.plan/]
immutable: true
data:
  [=shift.name].yaml: |
[#list shift.lines as each]
[#if each?has_content]
    [=each]
[#else]

[/#if]
[/#list]
[#list shift.others as other]
  [=other.name].yaml: |
[#list other.lines as each]
[#if each?has_content]
    [=each]
[#else]

[/#if]
[/#list]
[/#list]
---
apiVersion: batch/v1
kind: Job
[@common.metadata name=shift.job/]
spec:
  # a pod that is evicted or loses its node is followed by another, which goes on from what is live
  backoffLimit: 100
  podFailurePolicy:
    rules:
      # wrong usage, a wrong plan, or gone back: another try would not help
      - action: FailJob
        onExitCodes:
          operator: In
          values: [2, 3, 6]
  template:
[@common.pod indent=4 arguments=shift.arguments/]
