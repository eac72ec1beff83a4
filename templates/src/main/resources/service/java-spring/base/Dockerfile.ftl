# syntax=docker/dockerfile:1
# made by msvc; this file is yours: edit it, and the next run merges

FROM docker.io/library/maven:3.9-eclipse-temurin-[=service.options.java.release()] AS build
WORKDIR /build
COPY pom.xml ./
COPY src ./src
RUN --mount=type=cache,target=/root/.m2 mvn --batch-mode -DskipTests package
# the libraries change seldom, our classes often: a layer each
RUN java -Djarmode=tools -jar target/[=service.name]-*.jar extract --layers --launcher --destination layers

FROM [=organisation.baseImage]
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
# owned by root, run by another: the service cannot change itself
USER 10001:10001
# REST, gRPC, and health and metrics
EXPOSE 8080 9090 8081
# writes nothing but /tmp, which may be a volume on a read-only root
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError"
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
