# made by msvc; this file is yours: edit it, and the next run merges
{{- if .Values.mesh.enabled }}
# a token must be of this issuer and for this service; its keys are found at the issuer's /.well-known/openid-configuration
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata:
  name: {{ include "[=workload.name].fullname" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "[=workload.name].labels" . | nindent 4 }}
spec:
  selector:
    matchLabels:
      {{- include "[=workload.name].selectorLabels" . | nindent 6 }}
  jwtRules:
    - issuer: {{ .Values.mesh.issuer | quote }}
      audiences:
        - {{ .Chart.Name }}
      # the service reads it as well
      forwardOriginalToken: true
{{- end }}
