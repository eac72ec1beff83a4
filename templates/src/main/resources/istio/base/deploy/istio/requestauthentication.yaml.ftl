[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
# a token must be of this issuer and for this service; its keys are found at the issuer's /.well-known/openid-configuration
apiVersion: security.istio.io/v1
kind: RequestAuthentication
[@common.metadata name=workload.name/]
spec:
  selector:
    matchLabels:
[@common.selector indent=6/]
  jwtRules:
    - issuer: "[=workload.organisation.issuer]"
      audiences:
        - [=workload.name]
      # the service reads it as well
      forwardOriginalToken: true
