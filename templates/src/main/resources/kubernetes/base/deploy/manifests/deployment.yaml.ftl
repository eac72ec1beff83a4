[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
apiVersion: apps/v1
kind: Deployment
[@common.metadata name=workload.name description=workload.description/]
spec:
  # no replicas: they are the autoscaler's
  revisionHistoryLimit: 5
  progressDeadlineSeconds: 300
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  selector:
    matchLabels:
[@common.selector indent=6/]
      track: stable
  template:
    metadata:
      labels:
[@common.labels indent=8/]
        # a canary is a second Deployment with 'track: canary'; the Service reaches both
        track: stable
[#if workload.mesh]
        sidecar.istio.io/inject: "true"
[/#if]
      annotations:
        # of the ConfigMap as msvc made it: another one rolls the pods
        checksum/config: "[=workload.checksum]"
        kubectl.kubernetes.io/default-container: [=workload.name]
    spec:
      serviceAccountName: [=workload.name]
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
        nodeAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            nodeSelectorTerms:
              - matchExpressions:
                  - key: kubernetes.io/os
                    operator: In
                    values: [linux]
      # nodes that are kept for some pods only: name their taints here
      tolerations: []
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
[@common.selector indent=14/]
          matchLabelKeys: [pod-template-hash]
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
[@common.selector indent=14/]
          matchLabelKeys: [pod-template-hash]
      containers:
        - name: [=workload.name]
          image: "[=workload.image]"
          imagePullPolicy: IfNotPresent
          ports:
            - name: http
              containerPort: 8080
            - name: grpc
              containerPort: 9090
            - name: management
              containerPort: 8081
          envFrom:
            - configMapRef:
                name: [=workload.name]-config
[#if workload.database || workload.consul]
          env:
[#if workload.database]
            # the Secret is not made here[#if workload.externalSecrets], but by the operator, from externalsecret.yaml[#else]: deploy/README.md says how[/#if]
            - name: DATABASE_USERNAME
              valueFrom:
                secretKeyRef:
                  name: [=workload.databaseSecret]
                  key: username
            - name: DATABASE_PASSWORD
              valueFrom:
                secretKeyRef:
                  name: [=workload.databaseSecret]
                  key: password
[/#if]
[#if workload.consul]
            # what Consul lets the service read by
            - name: CONSUL_TOKEN
              valueFrom:
                secretKeyRef:
                  name: [=workload.consulSecret]
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
            requests:
              cpu: 250m
              memory: 768Mi
            limits:
              memory: 768Mi
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
            name: [=workload.name]-live
            optional: true
[#if workload.apiKeys]
        # hashes of API keys (README.md says how they are made); no Secret, no keys
        - name: api-keys
          secret:
            secretName: [=workload.apiKeysSecret]
            optional: true
[/#if]
