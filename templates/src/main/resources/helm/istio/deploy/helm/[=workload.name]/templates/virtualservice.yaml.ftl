# made by msvc; this file is yours: edit it, and the next run merges
{{- if .Values.mesh.enabled }}
# Where calls go, and how long they may take. A canary gets its share by the weights, which make 100 together.
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: {{ include "[=workload.name].fullname" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "[=workload.name].labels" . | nindent 4 }}
spec:
  hosts:
    - {{ include "[=workload.name].fullname" . }}
[#if workload.gatewayOfIstio]
    - {{ .Values.mesh.host | quote }}
[/#if]
  gateways:
    - mesh
[#if workload.gatewayOfIstio]
    - {{ include "[=workload.name].fullname" . }}
[/#if]
  http:
    - name: grpc
      match:
        - port: 9090
          gateways: [mesh]
[#if workload.gatewayOfIstio]
[#list workload.grpcServices as each]
        - uri:
            prefix: /[=each]/
          gateways: [{{ include "[=workload.name].fullname" . }}]
[/#list]
[/#if]
      timeout: 30s
      # only what the service has certainly not begun
      retries:
        attempts: 2
        perTryTimeout: 10s
        retryOn: connect-failure,refused-stream
      route:
[@routes port=9090/]
    - name: http
[#if workload.gatewayOfIstio]
      match:
        - gateways: [mesh]
[#list workload.paths as each]
        - uri:
            prefix: [=each]
          gateways: [{{ include "[=workload.name].fullname" . }}]
[/#list]
[/#if]
      timeout: 15s
      retries:
        attempts: 2
        perTryTimeout: 5s
        retryOn: connect-failure,refused-stream
      route:
[@routes port=80/]
{{- end }}
[#macro routes port]
        - destination:
            host: {{ include "[=workload.name].fullname" . }}
            subset: stable
            port:
              number: [=port]
          weight: {{ sub 100 (int .Values.mesh.canaryPercent) }}
        - destination:
            host: {{ include "[=workload.name].fullname" . }}
            subset: canary
            port:
              number: [=port]
          weight: {{ .Values.mesh.canaryPercent }}
[/#macro]
