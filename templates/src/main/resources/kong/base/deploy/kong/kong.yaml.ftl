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
[@httpRoute name=workload.name + "-http"/]
        plugins:
[@jwt protocols="http, https"/]
[#if workload.apiKeys]
      # callers with a key come without a token: the service itself looks at the key
[@httpRoute name=workload.name + "-http-keys"/]
[@withKey/]
[/#if]
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
[@grpcRoute name=workload.name + "-grpc"/]
        plugins:
[@jwt protocols="grpc, grpcs"/]
[#if workload.apiKeys]
[@grpcRoute name=workload.name + "-grpc-keys"/]
[@withKey/]
[/#if]
    plugins:
[@plugins protocols="grpc, grpcs"/]
[#macro plugins protocols]
      - name: rate-limiting
        protocols: [[=protocols]]
        config:
          # of each node of Kong by itself; 'policy: redis' counts together
          minute: 600
          policy: local
          limit_by: ip
          fault_tolerant: true
[/#macro]
[#macro httpRoute name]
      - name: [=name]
        protocols: [https]
        hosts: ["[=workload.host]"]
        paths:
[#list workload.paths as each]
          - [=each]
[/#list]
        strip_path: false
        preserve_host: true
        tags: ["[=workload.name]"]
[/#macro]
[#macro grpcRoute name]
      - name: [=name]
        protocols: [grpcs]
        hosts: ["[=workload.host]"]
        paths:
[#list workload.grpcServices as each]
          - /[=each]/
[/#list]
        strip_path: false
        tags: ["[=workload.name]"]
[/#macro]
[#macro jwt protocols]
          - name: jwt
            protocols: [[=protocols]]
            config:
              # the consumer is found by the token's issuer
              key_claim_name: iss
              claims_to_verify: [exp]
[/#macro]
[#macro withKey]
        headers:
          x-api-key: ["~*.+"]
[/#macro]
