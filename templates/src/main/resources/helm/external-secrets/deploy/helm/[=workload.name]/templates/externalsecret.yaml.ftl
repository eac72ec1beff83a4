# made by msvc; this file is yours: edit it, and the next run merges
{{- if .Values.externalSecret.enabled }}
# the External Secrets operator makes the Secret from what the store has
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: {{ .Values.database.secret }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "[=workload.name].labels" . | nindent 4 }}
spec:
  refreshInterval: {{ .Values.externalSecret.refreshInterval }}
  secretStoreRef:
    kind: {{ .Values.externalSecret.store.kind }}
    name: {{ .Values.externalSecret.store.name }}
  target:
    name: {{ .Values.database.secret }}
    creationPolicy: Owner
  data:
    - secretKey: username
      remoteRef:
        key: {{ .Values.externalSecret.key }}
        property: username
    - secretKey: password
      remoteRef:
        key: {{ .Values.externalSecret.key }}
        property: password
{{- end }}
