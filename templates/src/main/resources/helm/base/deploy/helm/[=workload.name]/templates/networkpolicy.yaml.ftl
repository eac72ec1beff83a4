# made by msvc; this file is yours: edit it, and the next run merges
{{- if .Values.networkPolicy.enabled }}
# What is not named here is refused, to these pods and from them.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "[=workload.name].fullname" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "[=workload.name].labels" . | nindent 4 }}
spec:
  podSelector:
    matchLabels:
      {{- include "[=workload.name].selectorLabels" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
  ingress:
    # other services of the namespace, and the gateway
    - from:
        - podSelector: {}
        {{- with .Values.networkPolicy.gatewayNamespace }}
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: {{ . }}
        {{- end }}
      ports:
        - port: http
        - port: grpc
    {{- with .Values.networkPolicy.monitoringNamespace }}
    # Prometheus
    - from:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: {{ . }}
      ports:
        - port: management
    {{- end }}
[#if workload.mesh]
    {{- if .Values.mesh.enabled }}
    # the mesh between nodes (ambient), and its own metrics
    - ports:
        - port: 15008
        - port: 15020
    {{- end }}
[/#if]
    {{- with .Values.networkPolicy.moreIngress }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  egress:
    # DNS; where nodes cache it (169.254.20.10), allow that address too
    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: kube-system
      ports:
        - protocol: UDP
          port: 53
        - protocol: TCP
          port: 53
    # other services of the namespace
    - to:
        - podSelector: {}
[#if workload.database]
    # the database, wherever it is: name its namespace or address here
    - ports:
        - port: 5432
[/#if]
[#if workload.consul]
    # Consul, wherever it is
    - ports:
        - port: 8500
[/#if]
    # the keys of who signs tokens
    - ports:
        - port: 443
    {{- with .Values.networkPolicy.monitoringNamespace }}
    # traces
    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: {{ . }}
      ports:
        - port: 4317
        - port: 4318
    {{- end }}
[#if workload.mesh]
    {{- if .Values.mesh.enabled }}
    # the mesh's control plane, and other nodes (ambient)
    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: istio-system
      ports:
        - port: 15012
    - ports:
        - port: 15008
    {{- end }}
[/#if]
    {{- with .Values.networkPolicy.moreEgress }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
{{- end }}
