# made by msvc; this file is yours: edit it, and the next run merges
# The service's environment; a change of it rolls the pods.
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "[=workload.name].fullname" . }}-config
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "[=workload.name].labels" . | nindent 4 }}
data:
  {{- range $key, $value := .Values.config }}
  {{ $key }}: {{ $value | quote }}
  {{- end }}
