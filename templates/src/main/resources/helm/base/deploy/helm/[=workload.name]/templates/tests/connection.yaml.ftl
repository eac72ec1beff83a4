# made by msvc; this file is yours: edit it, and the next run merges
# asks the service for its description, through its Service, as others of the namespace would
apiVersion: v1
kind: Pod
metadata:
  name: {{ include "[=workload.name].fullname" . }}-test
  namespace: {{ .Release.Namespace }}
  labels:
    helm.sh/chart: {{ .Chart.Name }}
    app.kubernetes.io/managed-by: {{ .Release.Service }}
    app.kubernetes.io/component: test
[#if workload.mesh]
    {{- if .Values.mesh.enabled }}
    sidecar.istio.io/inject: "true"
    {{- end }}
[/#if]
  annotations:
    helm.sh/hook: test
    helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
spec:
  restartPolicy: Never
  automountServiceAccountToken: false
  enableServiceLinks: false
  securityContext:
    runAsNonRoot: true
    runAsUser: 10001
    runAsGroup: 10001
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: test
      image: {{ .Values.test.image | quote }}
      command: [curl, --fail, --silent, --show-error, --max-time, "10", --output, /dev/null]
      args: ["http://{{ include "[=workload.name].fullname" . }}/v3/api-docs"]
      resources:
        requests:
          cpu: 10m
          memory: 16Mi
        limits:
          memory: 64Mi
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities:
          drop: [ALL]
