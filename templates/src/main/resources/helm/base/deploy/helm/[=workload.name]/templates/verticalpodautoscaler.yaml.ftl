# made by msvc; this file is yours: edit it, and the next run merges
{{- if .Values.verticalAutoscaling.enabled }}
# Recommends how much the pods should ask for, and changes nothing: two autoscalers would fight over the same CPU.
apiVersion: autoscaling.k8s.io/v1
kind: VerticalPodAutoscaler
metadata:
  name: {{ include "[=workload.name].fullname" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "[=workload.name].labels" . | nindent 4 }}
spec:
  targetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "[=workload.name].fullname" . }}
  updatePolicy:
    updateMode: "Off"
{{- end }}
