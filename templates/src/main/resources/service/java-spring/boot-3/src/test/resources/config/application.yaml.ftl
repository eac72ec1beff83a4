# made by msvc; this file is yours: edit it, and the next run merges
# lies over the service's own application.yaml in tests and in a local run
logging:
  structured:
    format:
      console: ""
  level:
    root: warn
[#if project.apiKeys]
    # tests read who came in
    [=package].config.ApiKeyAuthentication: info
[/#if]
    # it looks for Docker and says at length that there is none
    org.testcontainers: "off"
    org.testcontainers.dockerclient: "off"
[#if project.consul]
    # says at length that Consul is gone when its test ends
    org.springframework.cloud.consul.config.ConfigWatch: "off"
[/#if]

spring:
[#if project.consul]
  cloud:
    consul:
      # tests need none, but for that of Consul itself
      enabled: false
[/#if]
  test:
    observability:
      # Spring Boot 3 shows no metrics in tests otherwise
      auto-configure: true
