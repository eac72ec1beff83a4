[#-- what every object carries: its name, its namespace where the organisation names one, and labels --]
[#macro metadata name description="" component=""]
metadata:
  name: [=name]
[#if workload.namespace?has_content]
  namespace: [=workload.namespace]
[/#if]
  labels:
[@labels indent=4/]
[#if component?has_content]
    app.kubernetes.io/component: [=component]
[/#if]
[#if description?has_content]
  annotations:
    kubernetes.io/description: "[=description]"
[/#if]
[/#macro]
[#macro labels indent]
[#local space = ""?left_pad(indent)]
[=space]app.kubernetes.io/name: [=workload.name]
[=space]app.kubernetes.io/instance: [=workload.name]
[=space]app.kubernetes.io/version: "[=workload.version]"
[#list workload.labels as key, value]
[=space]"[=key]": "[=value]"
[/#list]
[/#macro]
[#macro selector indent]
[#local space = ""?left_pad(indent)]
[=space]app.kubernetes.io/name: [=workload.name]
[=space]app.kubernetes.io/instance: [=workload.name]
[/#macro]
