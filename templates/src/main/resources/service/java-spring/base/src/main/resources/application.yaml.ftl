# made by msvc; this file is yours: edit it, and the next run merges
spring:
  application:
    name: "[=service.name]"
[#if project.consul]
  config:
    # keys below config/[=service.name]/ and config/application/ come before what stands here, and the environment before them;
    # without Consul the service starts with what stands here
    import: "optional:consul:"
  cloud:
    consul:
      host: ${CONSUL_HOST:localhost}
      port: ${CONSUL_PORT:8500}
      scheme: ${CONSUL_SCHEME:http}
      config:
        acl-token: ${CONSUL_TOKEN:}
        # a change of a key counts without a restart for what reads it anew
        watch:
          enabled: true
          delay: 1000
[/#if]
  main:
    banner-mode: "off"
  datasource:
    url: ${DATABASE_URL:jdbc:postgresql://localhost:5432/[=project.databaseName]}
    username: ${DATABASE_USERNAME:[=project.databaseName]}
    password: ${DATABASE_PASSWORD:}
    hikari:
      maximum-pool-size: ${DATABASE_POOL_SIZE:10}
      connection-timeout: 5000
      data-source-properties:
        # what a row that the database refuses holds is nobody's business who reads logs
        logServerErrorDetail: "false"
  jackson:
    deserialization:
      # 1.5 where a whole number is asked for is a mistake of the caller, not 1
      accept-float-as-int: false
  transaction:
    default-timeout: 10s
  jpa:
    open-in-view: false
    hibernate:
      ddl-auto: validate
    properties:
      hibernate:
        # the collections of a page of aggregates in one query each
        default_batch_fetch_size: 200
        jdbc:
          batch_size: 50
          time_zone: UTC
        order_inserts: true
        order_updates: true
[#if java.storesJson()]
        # days and times in columns of JSON are texts
        type.json_format_mapper: [=package].adapter.persistence.JsonColumns
[/#if]
  security:
    oauth2:
      resourceserver:
        jwt:
          # without these two the service does not start: it is never open by accident
          issuer-uri: ${JWT_ISSUER}
          jwk-set-uri: ${JWT_JWK_SET_URI}
          audiences: ${JWT_AUDIENCE:[=service.name]}
          jws-algorithms: ${JWT_ALGORITHMS:RS256}
          authorities-claim-name: ${JWT_ROLES_CLAIM:roles}
          authority-prefix: ROLE_
  grpc:
    server:
      port: ${GRPC_PORT:9090}
[#if project.boot.grpcApart]
      # CallObservation does it
      observation.enabled: false
      health.actuator.health-indicator-paths: db
[/#if]
      # tells anyone what there is to call, as buf curl and grpcurl ask
      reflection.enabled: ${GRPC_REFLECTION:true}
      # clients that balance calls themselves look for new instances when a connection ends
      [=project.boot.keys.maxAge]: 5m
      [=project.boot.keys.maxAgeGrace]: ${GRPC_LONGEST_STREAM:5m}
      # clients may ask every 30 s whether this instance is still there
      [=project.boot.keys.permitTime]: 20s
      [=project.boot.keys.gracePeriod]: 20s
  lifecycle:
    timeout-per-shutdown-phase: 20s

server:
  port: ${HTTP_PORT:8080}
  shutdown: graceful

management:
  server:
    port: ${MANAGEMENT_PORT:8081}
  endpoints:
    web:
      exposure:
        include: health,info,prometheus
  endpoint:
    health:
      probes:
        enabled: true
      group:
        liveness:
          include: livenessState
        readiness:
          include: readinessState,db
        startup:
          include: readinessState,db
  metrics:
    tags:
      application: ${spring.application.name}
    distribution:
      percentiles-histogram:
        http.server.requests: true
        grpc.server: true
  otlp:
    metrics:
      export:
        # metrics are scraped by Prometheus
        enabled: false
  tracing:
    sampling:
      # traces leave the process only where OTEL_EXPORTER_OTLP_ENDPOINT is set
      probability: ${TRACING_SAMPLING:0.1}

logging:
  structured:
    format:
      console: ${LOG_FORMAT:ecs}

# gRPC calls that take longer end, whatever their callers wait for
deadline:
  call: ${GRPC_LONGEST_CALL:30s}
  stream: ${GRPC_LONGEST_STREAM:5m}

service:
  # what changes without a restart: logging.level.NAME, tracing.sampling
  live:
    file: ${LIVE_FILE:/etc/[=service.name]/live/live.properties}
    interval: ${LIVE_INTERVAL:5s}
  # roles that hold others: shop-admin > [=service.name]-write; shop-admin > [=service.name]-read
  role-hierarchy: ${ROLE_HIERARCHY:}
[#if project.apiKeys]
  api-keys:
    file: ${API_KEYS_FILE:/etc/[=service.name]/api-keys/keys}
    # after it is looked whether the file has changed
    interval: ${API_KEYS_INTERVAL:5s}
[/#if]

springdoc:
  swagger-ui:
    enabled: false
