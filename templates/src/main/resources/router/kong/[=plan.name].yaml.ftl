# made by msvc for the shift [=plan.name]: checked against the schema of such files only, and tried with no Kong that runs (3.0 or newer)
# deck gateway sync --select-tag [=kong.rest] [=plan.name].yaml
[#if !finished]
# A shift moves 'weight' of the two targets of a rule, 100 together; nothing of msvc does it here. Each worker of Kong counts for itself,
# so that shares hold over many requests. Values of headers are told without regard to capital letters.
[/#if]
_format_version: "3.0"
services:
[#list kong.rules as rule]
[@service name=rule.name host=rule.name port=80/]
      - name: [=rule.name]
        paths:
          - "[=rule.path]"
        # among routes that ask for as much, the highest comes first
        regex_priority: [=rule.priority?c]
        methods: [[=rule.methods?join(", ")]]
[#list rule.headers as header]
        headers:
          "[=header.name]":
[#list header.values as value]
            - "[=value]"
[/#list]
[/#list]
[@route/]
[/#list]
  # what no rule fits; leave it out where a service of yours answers that
[@service name=kong.rest host=kong.monolith.name port=kong.monolith.port/]
      - name: [=kong.rest]
        paths:
          - /
[@route/]
upstreams:
[#list kong.rules as rule]
  - name: [=rule.name]
[#if !finished]
    # by weight; hashing would tie a client to a target
[/#if]
    algorithm: round-robin
    tags: ["[=kong.rest]"]
    targets:
[#if finished]
[@target to=kong.service weight=100/]
[#else]
[@target to=kong.monolith weight=100/]
[@target to=kong.service weight=0/]
[/#if]
[/#list]
[#macro service name host port]
  - name: [=name]
    protocol: http
    host: "[=host]"
    port: [=port?c]
    # no request is asked twice
    retries: 0
    tags: ["[=kong.rest]"]
    routes:
[/#macro]
[#macro route]
        protocols: [http, https]
        strip_path: false
        preserve_host: true
        tags: ["[=kong.rest]"]
[/#macro]
[#macro target to weight]
      - target: "[=to.name]:[=to.port?c]"
        weight: [=weight]
        tags: ["[=kong.rest]"]
[/#macro]
