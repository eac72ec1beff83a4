# made by msvc; this file is yours: edit it, and the next run merges
{{- if .Values.gateway.enabled }}
# REST from outside, through a Gateway of your platform; that Gateway's listener says which namespaces may
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: {{ include "[=workload.name].fullname" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "[=workload.name].labels" . | nindent 4 }}
spec:
  parentRefs:
    - name: {{ .Values.gateway.name }}
      namespace: {{ .Values.gateway.namespace }}
  hostnames:
    - {{ .Values.gateway.host | quote }}
  rules:
    - matches:
[#list workload.paths as each]
        - path:
            type: PathPrefix
            value: [=each]
[/#list]
      timeouts:
        request: 15s
        backendRequest: 10s
      backendRefs:
        - name: {{ include "[=workload.name].fullname" . }}
          port: 80
{{- end }}
