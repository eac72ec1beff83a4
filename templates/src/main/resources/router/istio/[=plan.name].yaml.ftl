# made by msvc for the shift [=plan.name]: in the mesh it is for who asks the monolith; from outside name your gateways and hosts
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: "[=istio.virtualService]"
[#list istio.namespace as namespace]
  namespace: "[=namespace]"
[/#list]
spec:
[#if door.parents?has_content]
  gateways:
[#list door.parents as parent]
    - "[=parent]"
[/#list]
[/#if]
  hosts:
[#list door.hosts as host]
    - "[=host]"
[#else]
    - "[=istio.monolith.name]"
[/#list]
  http:
[#list istio.rules as rule]
    - name: [=rule.name]
      match:
[#list rule.matches as match]
        - uri:
            [=match.type]: "[=match.path]"
[#list match.methods as methods]
          method:
            regex: "[=methods]"
[/#list]
[#list match.headers as header]
          headers:
            "[=header.name]":
              regex: "[=header.value]"
[/#list]
[/#list]
      # no request is asked twice
      retries:
        attempts: 0
      route:
[#if finished]
[@destination to=istio.service weight=100/]
[#else]
[@destination to=istio.monolith weight=100/]
[@destination to=istio.service weight=0/]
[/#if]
[/#list]
    # what no rule fits
    - route:
[@destination to=istio.monolith weight=100/]
[#macro destination to weight]
        - destination:
            host: "[=to.name]"
            port:
              number: [=to.port]
          weight: [=weight]
[/#macro]
