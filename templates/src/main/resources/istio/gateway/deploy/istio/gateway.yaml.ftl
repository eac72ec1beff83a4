[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
# Takes calls from outside. Its certificate is the Secret [=workload.name]-tls of the namespace in which the gateway's pods run.
apiVersion: networking.istio.io/v1
kind: Gateway
[@common.metadata name=workload.name/]
spec:
  # the gateway's pods, as Istio's own chart labels them
  selector:
    istio: ingress
  servers:
    - port:
        number: 443
        name: https
        protocol: HTTPS
      hosts:
        - [=workload.host]
      tls:
        mode: SIMPLE
        minProtocolVersion: TLSV1_2
        credentialName: [=workload.name]-tls
    - port:
        number: 80
        name: http
        protocol: HTTP
      hosts:
        - [=workload.host]
      tls:
        httpsRedirect: true
