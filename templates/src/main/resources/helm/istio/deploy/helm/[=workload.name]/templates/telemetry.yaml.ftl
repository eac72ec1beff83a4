# made by msvc; this file is yours: edit it, and the next run merges
{{- if .Values.mesh.enabled }}
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata:
  name: {{ include "[=workload.name].fullname" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "[=workload.name].labels" . | nindent 4 }}
spec:
  selector:
    matchLabels:
      {{- include "[=workload.name].selectorLabels" . | nindent 6 }}
  # to the tracing provider that the mesh has by default
  tracing:
    - randomSamplingPercentage: 10
  # a line for each call that failed, or that took more than a second
  accessLogging:
    - providers:
        - name: envoy
      filter:
        expression: "response.code >= 500 || response.duration > duration('1s')"
{{- end }}
