# made by msvc; this file is yours: edit it, and the next run merges
# How Fluent Bit (3.2 or later) reads what [=workload.name] logs. It runs as a file of its own, or beside those of other services in
# 'includes' of the node agent's own configuration: nothing here matches the records of another.
parsers:
  # a line of the service is an object of the Elastic Common Schema, with the time that it was logged at
  - name: [=workload.name]-ecs
    format: json
    time_key: "@timestamp"
    time_format: "%Y-%m-%dT%H:%M:%S.%L%z"
    time_keep: on

pipeline:
  inputs:
    # named by pod, namespace and container
    - name: tail
      tag: service.[=workload.name].*
      path: /var/log/containers/[=workload.name]-*_[=logs.namespace]_[=workload.name]-*.log
      multiline.parser: cri
      # where it was before it was started anew
      db: /var/log/fluent-bit-[=workload.name].db
      mem_buf_limit: 16MB
      skip_long_lines: on

  filters:
    # which pod, node and version it was
    - name: kubernetes
      match: service.[=workload.name].*
      kube_tag_prefix: service.[=workload.name].var.log.containers.
      annotations: off
    # the names of files begin alike where those of services do
    - name: grep
      match: service.[=workload.name].*
      regex: $kubernetes['container_name'] ^[=workload.name]$
    # a line that is no object, as of the JVM itself, stays a message
    - name: modify
      match: service.[=workload.name].*
      rename: log message
    - name: parser
      match: service.[=workload.name].*
      key_name: message
      parser: [=workload.name]-ecs
      reserve_data: on

  outputs:
    # Who keeps logs is the organisation's to say: a collector that speaks Fluent's protocol at LOGS_HOST, in Fluent Bit's environment.
    # Write another output (opentelemetry, es, loki) in its place where there is none, and its password as a variable from a Secret.
    - name: forward
      match: service.[=workload.name].*
      host: ${LOGS_HOST}
      port: 24224
      retry_limit: 10
