# made by msvc; this file is yours: edit it, and the next run merges
# What pods read anew while they run, a minute or two after an edit
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "[=workload.name].fullname" . }}-live
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "[=workload.name].labels" . | nindent 4 }}
data:
  live.properties: |
    {{- range $key, $value := .Values.live }}
    {{ $key }}={{ $value }}
    {{- end }}
