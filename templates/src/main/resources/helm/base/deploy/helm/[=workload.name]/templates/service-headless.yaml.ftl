# made by msvc; this file is yours: edit it, and the next run merges
# Names every pod, for gRPC clients that balance calls themselves: a connection through the other Service stays with one pod.
# dns:///{{ include "[=workload.name].fullname" . }}-headless:9090, with the load balancing policy round_robin
apiVersion: v1
kind: Service
metadata:
  name: {{ include "[=workload.name].fullname" . }}-headless
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "[=workload.name].labels" . | nindent 4 }}
    app.kubernetes.io/component: headless
spec:
  type: ClusterIP
  clusterIP: None
  selector:
    {{- include "[=workload.name].selectorLabels" . | nindent 4 }}
  ports:
    - name: grpc
      port: 9090
      targetPort: grpc
      appProtocol: grpc
