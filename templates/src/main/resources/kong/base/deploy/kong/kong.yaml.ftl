# made by msvc; this file is yours: edit it, and the next run merges
# deck gateway sync --select-tag [=workload.name] deploy/kong/kong.yaml
# The jwt plugin needs to know who signs tokens: issuer.yaml, once for all services of a gateway.
_format_version: "3.0"
services:
  - name: [=workload.name]
    protocol: http
    host: [=workload.clusterHost]
    port: 80
    connect_timeout: 2000
    read_timeout: 15000
    write_timeout: 15000
    retries: 2
    tags: ["[=workload.name]"]
    routes:
      - name: [=workload.name]-http
        protocols: [https]
        hosts: ["[=workload.host]"]
        paths:
[#list workload.paths as each]
          - [=each]
[/#list]
        strip_path: false
        preserve_host: true
        tags: ["[=workload.name]"]
    plugins:
[@plugins protocols="http, https"/]
  - name: [=workload.name]-grpc
    protocol: grpc
    host: [=workload.clusterHost]
    port: 9090
    connect_timeout: 2000
    read_timeout: 30000
    write_timeout: 30000
    tags: ["[=workload.name]"]
    routes:
      - name: [=workload.name]-grpc
        protocols: [grpcs]
        hosts: ["[=workload.host]"]
        paths:
[#list workload.grpcServices as each]
          - /[=each]/
[/#list]
        strip_path: false
        tags: ["[=workload.name]"]
    plugins:
[@plugins protocols="grpc, grpcs"/]
[#macro plugins protocols]
      - name: jwt
        protocols: [[=protocols]]
        config:
          # the consumer is found by the token's issuer
          key_claim_name: iss
          claims_to_verify: [exp]
      - name: rate-limiting
        protocols: [[=protocols]]
        config:
          # of each node of Kong by itself; 'policy: redis' counts together
          minute: 600
          policy: local
          limit_by: ip
          fault_tolerant: true
[/#macro]
