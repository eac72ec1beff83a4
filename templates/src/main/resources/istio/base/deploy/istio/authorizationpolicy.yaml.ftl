[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
# Who may call what; all else is refused.
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
[@common.metadata name=workload.name/]
spec:
  selector:
    matchLabels:
[@common.selector indent=6/]
  action: ALLOW
  rules:
    # the API, with a token of the issuer
    - from:
        - source:
            requestPrincipals: ["[=workload.organisation.issuer]/*"]
      to:
        - operation:
            ports: ["8080", "9090"]
[#if workload.apiKeys]
    # or with a key, which the service itself looks at
    - when:
        - key: request.headers[x-api-key]
          values: ["*"]
      to:
        - operation:
            ports: ["8080", "9090"]
[/#if]
    # its description, and health by gRPC
    - to:
        - operation:
            ports: ["8080"]
            methods: [GET]
            paths: [/v3/api-docs*]
        - operation:
            ports: ["9090"]
            paths: [/grpc.health.v1.Health/*]
    # health and metrics
    - to:
        - operation:
            ports: ["8081"]
            methods: [GET]
            paths: [/actuator/health*, /actuator/prometheus]
