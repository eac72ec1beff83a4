# made by msvc; this file is yours: edit it, and the next run merges
{{- if .Values.gateway.enabled }}
# gRPC from outside, under a name of its own: routes of both kinds cannot share one
apiVersion: gateway.networking.k8s.io/v1
kind: GRPCRoute
metadata:
  name: {{ include "[=workload.name].fullname" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "[=workload.name].labels" . | nindent 4 }}
spec:
  parentRefs:
    - name: {{ .Values.gateway.name }}
      namespace: {{ .Values.gateway.namespace }}
  hostnames:
    - {{ .Values.gateway.grpcHost | quote }}
  rules:
    - matches:
[#list workload.grpcServices as each]
        - method:
            type: Exact
            service: [=each]
[/#list]
      backendRefs:
        - name: {{ include "[=workload.name].fullname" . }}
          port: 9090
{{- end }}
