[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
# What pods read anew while they run, a minute or two after an edit: logging.level.NAME=debug, tracing.sampling=0.5
apiVersion: v1
kind: ConfigMap
[@common.metadata name=workload.name + "-live"/]
data:
  live.properties: |
    logging.level.root=info
