# made by msvc; this file is yours: edit it, and the next run merges
apiVersion: apps/v1
kind: Deployment
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
  {{- if not .Values.autoscaling.enabled }}
  replicas: {{ .Values.replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  progressDeadlineSeconds: 300
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  selector:
    matchLabels:
      {{- include "[=workload.name].selectorLabels" . | nindent 6 }}
      track: stable
  template:
    metadata:
      labels:
        {{- include "[=workload.name].labels" . | nindent 8 }}
        # a canary is a second Deployment with 'track: canary'; the Service reaches both
        track: stable
[#if workload.mesh]
        {{- if .Values.mesh.enabled }}
        sidecar.istio.io/inject: "true"
        {{- end }}
[/#if]
        {{- with .Values.podLabels }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      annotations:
        checksum/config: {{ include (print $.Template.BasePath "/configmap.yaml") . | sha256sum }}
        kubectl.kubernetes.io/default-container: {{ .Chart.Name }}
        {{- with .Values.podAnnotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      serviceAccountName: {{ include "[=workload.name].fullname" . }}
      {{- with .Values.imagePullSecrets }}
      imagePullSecrets:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      automountServiceAccountToken: false
      enableServiceLinks: false
      # 10 s until no client finds the pod any more, then at most 20 s each for HTTP and gRPC to finish what they have begun
      terminationGracePeriodSeconds: 60
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        runAsGroup: 10001
        fsGroup: 10001
        seccompProfile:
          type: RuntimeDefault
      affinity:
        {{- toYaml .Values.affinity | nindent 8 }}
      {{- with .Values.nodeSelector }}
      nodeSelector:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      tolerations:
        {{- toYaml .Values.tolerations | nindent 8 }}
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              {{- include "[=workload.name].selectorLabels" . | nindent 14 }}
          matchLabelKeys: [pod-template-hash]
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              {{- include "[=workload.name].selectorLabels" . | nindent 14 }}
          matchLabelKeys: [pod-template-hash]
      containers:
        - name: {{ .Chart.Name }}
          image: "{{ .Values.image.repository }}:{{ include "[=workload.name].version" . }}"
          imagePullPolicy: {{ .Values.image.pullPolicy }}
          ports:
            - name: http
              containerPort: 8080
            - name: grpc
              containerPort: 9090
            - name: management
              containerPort: 8081
          envFrom:
            - configMapRef:
                name: {{ include "[=workload.name].fullname" . }}-config
[#if workload.database || workload.consul]
          env:
[#if workload.database]
            # the Secret is not made here, unless by the External Secrets operator
            - name: DATABASE_USERNAME
              valueFrom:
                secretKeyRef:
                  name: {{ .Values.database.secret }}
                  key: username
            - name: DATABASE_PASSWORD
              valueFrom:
                secretKeyRef:
                  name: {{ .Values.database.secret }}
                  key: password
[/#if]
[#if workload.consul]
            # what Consul lets the service read by
            - name: CONSUL_TOKEN
              valueFrom:
                secretKeyRef:
                  name: {{ .Values.consul.secret }}
                  key: token
                  optional: true
[/#if]
[/#if]
          # up to 150 s to start; only then do the other two begin
          startupProbe:
            httpGet:
              path: /actuator/health/startup
              port: management
            periodSeconds: 5
            timeoutSeconds: 3
            failureThreshold: 30
          # asks the process only: a database that is down must not restart every pod
          livenessProbe:
            httpGet:
              path: /actuator/health/liveness
              port: management
            periodSeconds: 10
            timeoutSeconds: 3
            failureThreshold: 3
          readinessProbe:
            httpGet:
              path: /actuator/health/readiness
              port: management
            periodSeconds: 5
            timeoutSeconds: 3
            failureThreshold: 3
          lifecycle:
            preStop:
              sleep:
                seconds: 10
          # as much memory as it asks for, or it is killed when others want theirs; no limit of CPU, which would only slow it down
          resources:
            {{- toYaml .Values.resources | nindent 12 }}
          securityContext:
            allowPrivilegeEscalation: false
            privileged: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: [ALL]
          volumeMounts:
            - name: tmp
              mountPath: /tmp
            - name: live
              mountPath: /etc/[=workload.name]/live
              readOnly: true
[#if workload.apiKeys]
            - name: api-keys
              mountPath: [=workload.apiKeysFolder]
              readOnly: true
[/#if]
      volumes:
        # the only place that it can write to
        - name: tmp
          emptyDir:
            sizeLimit: 128Mi
        # another one counts without a restart
        - name: live
          configMap:
            name: {{ include "[=workload.name].fullname" . }}-live
            optional: true
[#if workload.apiKeys]
        # hashes of API keys (README.md says how they are made); no Secret, no keys
        - name: api-keys
          secret:
            secretName: {{ .Values.apiKeys.secret }}
            optional: true
[/#if]
