{{ include "[=workload.name].fullname" . }} {{ include "[=workload.name].version" . }} is in namespace {{ .Release.Namespace }}.

  kubectl --namespace {{ .Release.Namespace }} rollout status deployment/{{ include "[=workload.name].fullname" . }}
  helm --namespace {{ .Release.Namespace }} test {{ .Release.Name }}
[#if workload.database && !workload.externalSecrets]

Its pods wait until there is a Secret {{ .Values.database.secret }} with 'username' and 'password':

  kubectl --namespace {{ .Release.Namespace }} create secret generic {{ .Values.database.secret }} --from-file=username --from-file=password
[/#if]
[#if workload.gatewayApi]
{{- if .Values.gateway.enabled }}

REST is at https://{{ .Values.gateway.host }}, gRPC at {{ .Values.gateway.grpcHost }}:443, once the Gateway {{ .Values.gateway.namespace }}/{{ .Values.gateway.name }} accepts the routes.
{{- end }}
[/#if]
[#if workload.gatewayOfIstio]
{{- if .Values.mesh.enabled }}

It is at https://{{ .Values.mesh.host }}.
{{- end }}
[/#if]
