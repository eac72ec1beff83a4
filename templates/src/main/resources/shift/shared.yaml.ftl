[#-- what every object of a shift carries, and the pod that moves it --]
[#macro metadata name namespace=shift.namespace]
metadata:
  name: [=name]
  namespace: [=namespace]
  labels:
    app.kubernetes.io/name: [=shift.account]
    app.kubernetes.io/managed-by: msvc
    msvc.dev/shift: [=shift.name]
[/#macro]
[#macro pod indent arguments]
[#local space = ""?left_pad(indent)]
[=space]metadata:
[=space]  labels:
[=space]    app.kubernetes.io/name: [=shift.account]
[=space]    msvc.dev/shift: [=shift.name]
[=space]spec:
[=space]  serviceAccountName: [=shift.account]
[=space]  restartPolicy: Never
[=space]  securityContext:
[=space]    runAsNonRoot: true
[=space]    runAsUser: 65532
[=space]    runAsGroup: 65532
[#if shift.credentials.keys?has_content]
[=space]    # that it may read the key
[=space]    fsGroup: 65532
[/#if]
[=space]    seccompProfile:
[=space]      type: RuntimeDefault
[=space]  containers:
[=space]    - name: msvc
[=space]      image: "[=shift.image]"
[=space]      args:
[#list arguments as each]
[=space]        - "[=each]"
[/#list]
[=space]      env:
[=space]        - name: XDG_CACHE_HOME
[=space]          value: /tmp
[#list shift.credentials.variables as each]
[=space]        - name: [=each.name]
[=space]          valueFrom:
[=space]            secretKeyRef:
[=space]              name: "[=each.secret]"
[=space]              key: "[=each.key]"
[=space]              # without it the way back works all the same
[=space]              optional: true
[/#list]
[#if shift.credentials.keys?has_content]
[=space]        - name: MSVC_GIT_KEY
[=space]          value: /git/identity
[=space]        - name: MSVC_GIT_KNOWN_HOSTS
[=space]          value: /git/known_hosts
[/#if]
[=space]      securityContext:
[=space]        allowPrivilegeEscalation: false
[=space]        readOnlyRootFilesystem: true
[=space]        capabilities:
[=space]          drop:
[=space]            - ALL
[=space]      resources:
[=space]        requests:
[=space]          cpu: 50m
[=space]          memory: 192Mi
[=space]        limits:
[=space]          memory: 384Mi
[=space]      volumeMounts:
[=space]        - name: plan
[=space]          mountPath: /plan/strangle
[=space]          readOnly: true
[=space]        - name: tmp
[=space]          mountPath: /tmp
[#list shift.credentials.keys as each]
[=space]        - name: git
[=space]          mountPath: /git
[=space]          readOnly: true
[/#list]
[=space]  volumes:
[#list shift.credentials.keys as each]
[=space]    - name: git
[=space]      secret:
[=space]        secretName: "[=each.secret]"
[=space]        optional: true
[=space]        # 0440
[=space]        defaultMode: 288
[=space]        items:
[=space]          - key: "[=each.key]"
[=space]            path: identity
[=space]          - key: "[=each.hosts]"
[=space]            path: known_hosts
[/#list]
[=space]    - name: plan
[=space]      configMap:
[=space]        name: [=shift.plan]
[=space]    - name: tmp
[=space]      emptyDir: {}
[/#macro]
