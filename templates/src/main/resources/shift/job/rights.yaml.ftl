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
[#list shift.others as other]
[#if other.goesBack]
  # shift [=other.name] is after it, and goes back before it does
  - apiGroups: ["[=other.route.group]"]
    resources: [[=other.route.resource]]
    resourceNames: [[=other.route.name]]
    verbs: [get, patch]
  - apiGroups: [coordination.k8s.io]
    resources: [leases]
    resourceNames: [[=other.account]]
    verbs: [get, update]
[#else]
  # it is after shift [=other.name]: how far that is
[/#if]
  - apiGroups: [""]
    resources: [configmaps]
    resourceNames:
[#list other.journals as each]
      - [=each]
[/#list]
    verbs: [get[#if other.goesBack], update[/#if]]
[/#list]
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
[#list shift.reached as each]
---
# whether the endpoints there are ready
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
[@common.metadata name=shift.account namespace=each/]
rules:
  - apiGroups: [""]
    resources: [services]
    verbs: [get]
  - apiGroups: [discovery.k8s.io]
    resources: [endpointslices]
    verbs: [list]
[#if shift.route.group == "networking.istio.io"]
  - apiGroups: [networking.istio.io]
    resources: [destinationrules]
    verbs: [list]
[/#if]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
[@common.metadata name=shift.account namespace=each/]
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: [=shift.account]
subjects:
  - kind: ServiceAccount
    name: [=shift.account]
    namespace: [=shift.namespace]
[/#list]
