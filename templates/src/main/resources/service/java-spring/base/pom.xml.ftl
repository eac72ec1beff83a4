<?xml version="1.0" encoding="UTF-8"?>
<!-- made by msvc; this file is yours: edit it, and the next run merges -->
<project xmlns="http://maven.apache.org/POM/4.0.0"
         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
         xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd">
  <modelVersion>4.0.0</modelVersion>

  <parent>
    <groupId>org.springframework.boot</groupId>
    <artifactId>spring-boot-starter-parent</artifactId>
    <version>[=project.boot.version]</version>
    <relativePath/>
  </parent>

  <groupId>[=package]</groupId>
  <artifactId>[=service.name]</artifactId>
  <version>0.1.0-SNAPSHOT</version>
  <name>[=service.name]</name>
[#if project.description?has_content]
  <description>[=project.description]</description>
[/#if]

  <properties>
    <java.version>[=service.options.java.release()]</java.version>
    <!-- same sources, same bytes -->
    <project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>

    <!-- protoc's plug-in for gRPC and the Maven plug-in that calls both: the newest for Maven 3.8 and later -->
    <protobuf-maven-plugin.version>3.10.3</protobuf-maven-plugin.version>
    <protoc-gen-grpc-java.version>1.83.1</protoc-gen-grpc-java.version>

    <!-- what Spring Boot does not manage, or manages in an older version -->
[#list project.libraries.versions as each]
    <[=each.name]>[=each.value]</[=each.name]>
[/#list]
  </properties>

  <dependencies>
[#list project.libraries.groups as group]
  [#list group as each]
    <dependency>
    [#if each.why?has_content]
      <!-- [=each.why] -->
    [/#if]
      <groupId>[=each.group]</groupId>
      <artifactId>[=each.artifact]</artifactId>
    [#if each.version?has_content]
      <version>[=each.version]</version>
    [/#if]
    [#if each.scope?has_content]
      <scope>[=each.scope]</scope>
    [/#if]
    </dependency>
  [/#list]
  [#sep]

  [/#sep]
[/#list]
  </dependencies>
[#list project.libraries.boms]

  <dependencyManagement>
    <dependencies>
  [#items as each]
      <dependency>
        <groupId>[=each.group]</groupId>
        <artifactId>[=each.artifact]</artifactId>
        <version>[=each.version]</version>
        <type>pom</type>
        <scope>import</scope>
      </dependency>
  [/#items]
    </dependencies>
  </dependencyManagement>
[/#list]

  <build>
    <plugins>
      <plugin>
        <groupId>io.github.ascopes</groupId>
        <artifactId>protobuf-maven-plugin</artifactId>
        <version>${protobuf-maven-plugin.version}</version>
        <configuration>
          <protocVersion>${protobuf-java.version}</protocVersion>
          <sourceDirectories>
            <sourceDirectory>src/main/proto</sourceDirectory>
          </sourceDirectories>
          <binaryMavenPlugins>
            <binaryMavenPlugin>
              <groupId>io.grpc</groupId>
              <artifactId>protoc-gen-grpc-java</artifactId>
              <version>${protoc-gen-grpc-java.version}</version>
              <options>@generated=omit</options>
            </binaryMavenPlugin>
          </binaryMavenPlugins>
        </configuration>
        <executions>
          <execution>
            <id>generate</id>
            <goals>
              <goal>generate</goal>
            </goals>
          </execution>
        </executions>
      </plugin>
      <plugin>
        <groupId>org.springframework.boot</groupId>
        <artifactId>spring-boot-maven-plugin</artifactId>
      </plugin>
      <plugin>
        <!-- META-INF/sbom: what is in the jar (CycloneDX) -->
        <groupId>org.cyclonedx</groupId>
        <artifactId>cyclonedx-maven-plugin</artifactId>
      </plugin>
      <plugin>
        <!-- META-INF/THIRD-PARTY.txt: whose work is in the jar, and under which licence -->
        <groupId>org.codehaus.mojo</groupId>
        <artifactId>license-maven-plugin</artifactId>
        <version>${license-maven-plugin.version}</version>
        <executions>
          <execution>
            <goals>
              <goal>add-third-party</goal>
            </goals>
            <configuration>
              <excludedScopes>test</excludedScopes>
              <thirdPartyFilename>META-INF/THIRD-PARTY.txt</thirdPartyFilename>
            </configuration>
          </execution>
        </executions>
      </plugin>
    </plugins>
  </build>
</project>
