# made by msvc; this file is yours: edit it, and the next run merges
apiVersion: v2
name: [=workload.name]
[#if workload.description?has_content]
description: "[=workload.description]"
[/#if]
type: application
# of the chart
version: 0.1.0
# of the image, where values name no tag
appVersion: "[=workload.version]"
kubeVersion: ">=1.30.0-0"
