<?xml version="1.0" encoding="UTF-8"?>
<!-- made by msvc; this file is yours: edit it, and the next run merges -->
<configuration>
  <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
    <encoder>
      <pattern>%d %level %logger{0} %msg%n</pattern>
    </encoder>
  </appender>
  <root level="warn">
    <appender-ref ref="console"/>
  </root>
</configuration>
