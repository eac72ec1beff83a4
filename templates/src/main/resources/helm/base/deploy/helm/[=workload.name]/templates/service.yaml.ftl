# made by msvc; this file is yours: edit it, and the next run merges
apiVersion: v1
kind: Service
metadata:
  name: {{ include "[=workload.name].fullname" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "[=workload.name].labels" . | nindent 4 }}
  {{- with .Chart.Description }}
  annotations:
    kubernetes.io/description: {{ . | quote }}
  {{- end }}
spec:
  type: ClusterIP
  selector:
    {{- include "[=workload.name].selectorLabels" . | nindent 4 }}
  ports:
    - name: http
      port: 80
      targetPort: http
      appProtocol: http
    - name: grpc
      port: 9090
      targetPort: grpc
      appProtocol: grpc
    # health and metrics; networkpolicy.yaml says who may
    - name: management
      port: 8081
      targetPort: management
      appProtocol: http
