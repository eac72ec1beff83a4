# made by msvc; this file is yours: edit it, and the next run merges
{{- if .Values.mesh.enabled }}
# Takes calls from outside. Its certificate is the Secret {{ include "[=workload.name].fullname" . }}-tls of the namespace in which the gateway's pods run.
apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: {{ include "[=workload.name].fullname" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "[=workload.name].labels" . | nindent 4 }}
spec:
  # the gateway's pods, as Istio's own chart labels them
  selector:
    istio: ingress
  servers:
    - port:
        number: 443
        name: https
        protocol: HTTPS
      hosts:
        - {{ .Values.mesh.host | quote }}
      tls:
        mode: SIMPLE
        minProtocolVersion: TLSV1_2
        credentialName: {{ include "[=workload.name].fullname" . }}-tls
    - port:
        number: 80
        name: http
        protocol: HTTP
      hosts:
        - {{ .Values.mesh.host | quote }}
      tls:
        httpsRedirect: true
{{- end }}
