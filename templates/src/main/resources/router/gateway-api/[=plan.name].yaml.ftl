[#if door.parents?has_content]
# made by msvc for the shift [=plan.name]; backends in another namespace need a ReferenceGrant there
[#else]
# made by msvc for the shift [=plan.name]: say in parentRefs and hostnames where clients ask; backends in another namespace need a ReferenceGrant there
[/#if]
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: "[=gatewayapi.route]"
[#list gatewayapi.namespace as namespace]
  namespace: "[=namespace]"
[/#list]
spec:
[#if door.gateways?has_content]
  parentRefs:
[#list door.gateways as parent]
    - name: "[=parent.name]"
[#list parent.namespace as namespace]
      namespace: "[=namespace]"
[/#list]
[/#list]
[/#if]
[#if door.hosts?has_content]
  hostnames:
[#list door.hosts as host]
    - "[=host]"
[/#list]
[/#if]
  rules:
[#list gatewayapi.rules as rule]
    - name: [=rule.name]
      matches:
[#list rule.matches as match]
        - path:
            type: [=match.type]
            value: "[=match.path]"
[#list match.method as method]
          method: [=method]
[/#list]
[#list match.headers as header]
          headers:
            - name: "[=header.name]"
              value: "[=header.value]"
[/#list]
[/#list]
      backendRefs:
[#if finished]
[@backend to=gatewayapi.service weight=1/]
[#else]
[@backend to=gatewayapi.monolith weight=100/]
[@backend to=gatewayapi.service weight=0/]
[/#if]
[/#list]
    # what no rule fits
    - matches:
        - path:
            type: PathPrefix
            value: "/"
      backendRefs:
[@backend to=gatewayapi.monolith weight=1/]
[#macro backend to weight]
        - name: "[=to.service]"
[#list to.namespace as namespace]
          namespace: "[=namespace]"
[/#list]
          port: [=to.port]
          weight: [=weight]
[/#macro]
