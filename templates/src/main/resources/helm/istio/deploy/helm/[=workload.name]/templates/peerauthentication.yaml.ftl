# made by msvc; this file is yours: edit it, and the next run merges
{{- if .Values.mesh.enabled }}
# no call without the caller's certificate
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: {{ include "[=workload.name].fullname" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "[=workload.name].labels" . | nindent 4 }}
spec:
  selector:
    matchLabels:
      {{- include "[=workload.name].selectorLabels" . | nindent 6 }}
  mtls:
    mode: STRICT
[#if workload.prometheus]
  # a Prometheus outside the mesh has none; networkpolicy.yaml says who reaches this port
  portLevelMtls:
    8081:
      mode: PERMISSIVE
[/#if]
{{- end }}
