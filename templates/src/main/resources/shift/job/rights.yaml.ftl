[#import "/shift/shared.yaml.ftl" as common]
# made by msvc: who moves shift [=shift.name], and no right more than that takes
apiVersion: v1
kind: ServiceAccount
[@common.metadata name=shift.account/]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
[@common.metadata name=shift.account/]
rules:
  - apiGroups: ["[=shift.route.group]"]
    resources: [[=shift.route.resource]]
    resourceNames: [[=shift.route.name]]
    verbs: [get, patch]
[#if shift.route.group == "networking.istio.io"]
  - apiGroups: [networking.istio.io]
    resources: [destinationrules]
    verbs: [list]
[/#if]
  - apiGroups: [""]
    resources: [services]
    verbs: [get]
  - apiGroups: [discovery.k8s.io]
    resources: [endpointslices]
    verbs: [list]
  # names cannot be told where something is created
  - apiGroups: [""]
    resources: [configmaps]
    verbs: [create]
  - apiGroups: [""]
    resources: [configmaps]
    resourceNames:
[#list shift.journals as each]
      - [=each]
[/#list]
    verbs: [get, update]
  - apiGroups: [coordination.k8s.io]
    resources: [leases]
    verbs: [create]
  - apiGroups: [coordination.k8s.io]
    resources: [leases]
    resourceNames: [[=shift.account]]
    verbs: [get, update]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
[@common.metadata name=shift.account/]
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: [=shift.account]
subjects:
  - kind: ServiceAccount
    name: [=shift.account]
    namespace: [=shift.namespace]
