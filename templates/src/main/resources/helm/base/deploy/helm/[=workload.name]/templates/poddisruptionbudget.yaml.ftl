# made by msvc; this file is yours: edit it, and the next run merges
{{- if .Values.podDisruptionBudget.enabled }}
# one pod at a time when nodes are drained; a pod that is not ready holds nobody up
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ include "[=workload.name].fullname" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "[=workload.name].labels" . | nindent 4 }}
spec:
  maxUnavailable: {{ .Values.podDisruptionBudget.maxUnavailable }}
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "[=workload.name].selectorLabels" . | nindent 6 }}
{{- end }}
