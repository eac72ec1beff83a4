[#import "/shift/shared.yaml.ftl" as common]
# made by msvc: brings shift [=shift.name] back where nobody watched it for [=shift.unwatched]
apiVersion: batch/v1
kind: CronJob
[@common.metadata name=shift.account + "-watchdog"/]
spec:
  schedule: "* * * * *"
  concurrencyPolicy: Forbid
  startingDeadlineSeconds: 120
  successfulJobsHistoryLimit: 1
  failedJobsHistoryLimit: 3
  jobTemplate:
    spec:
      backoffLimit: 2
      template:
[@common.pod indent=8 arguments=shift.watchdogArguments/]
