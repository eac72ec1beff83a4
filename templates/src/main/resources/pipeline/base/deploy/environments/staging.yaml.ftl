# made by msvc; this file is yours: edit it, and the next run merges
# What is otherwise in staging than in deploy/helm/[=workload.name]/values.yaml
[#if workload.gatewayApi]
gateway:
  host: "[=delivery.stagingHost]"
  grpcHost: "[=delivery.stagingGrpcHost]"
[#elseif workload.gatewayOfIstio && workload.mesh]
mesh:
  host: "[=delivery.stagingHost]"
[/#if]
