# made by msvc; this file is yours: edit it, and the next run merges
# who the pods are; they ask the API server nothing, so they get no token
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ include "[=workload.name].fullname" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "[=workload.name].labels" . | nindent 4 }}
automountServiceAccountToken: false
