[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
# who the pods are; they ask the API server nothing, so they get no token
apiVersion: v1
kind: ServiceAccount
[@common.metadata name=workload.name/]
automountServiceAccountToken: false
