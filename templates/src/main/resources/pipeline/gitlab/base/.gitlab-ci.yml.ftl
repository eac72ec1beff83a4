[#import "/pipeline/gitlab/login/" + delivery.registry.onGitlab + ".yaml.ftl" as registry]
[#macro deploy environment]
    - >-
      helm upgrade --install [=workload.name] deploy/helm/[=workload.name] --kube-context "$KUBE_CONTEXT" --namespace "$NAMESPACE"
      --values deploy/environments/[=environment].yaml
      --set-string image.repository="$IMAGE" --set-string image.tag="$CI_COMMIT_SHA"
      --atomic --timeout 10m
    - helm test [=workload.name] --kube-context "$KUBE_CONTEXT" --namespace "$NAMESPACE" --logs
[/#macro]
# made by msvc; this file is yours: edit it, and the next run merges
# docs/pipelines.md of msvc says which variables it reads. There is no secret: jobs show who they are (id_tokens, the agent's context).
# Images are pinned to versions; have Renovate raise them.
stages: [test, image, staging, load, production]

workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  # a merge request's newest push is what counts
  auto_cancel:
    on_new_commit: interruptible

variables:
[#if delivery.repository?has_content]
  IMAGE: "[=delivery.repository]"
[#else]
  IMAGE: $CI_REGISTRY_IMAGE/[=workload.name]
[/#if]
[#if workload.namespace?has_content]
  NAMESPACE: [=workload.namespace]
[#else]
  NAMESPACE: [=workload.name]
[/#if]

# what tests and images need of Docker; the runner allows services to be privileged
.docker:
  services:
    - name: docker:27-dind
      alias: docker
      command: [--tls=false]
  variables:
    DOCKER_HOST: tcp://docker:2375
    DOCKER_TLS_CERTDIR: ""

verify:
  extends: .docker
  stage: test
  image: maven:3.9-eclipse-temurin-[=service.options.java.release()]
  interruptible: true
  timeout: 30 minutes
  variables:
    MAVEN_OPTS: -Dmaven.repo.local=$CI_PROJECT_DIR/.m2/repository
  cache:
    key:
      files: [pom.xml, client/pom.xml]
    paths: [.m2/repository]
  script:
    - mvn --batch-mode --no-transfer-progress verify
    - mvn --batch-mode --no-transfer-progress --file client verify
  artifacts:
    when: always
    expire_in: 30 days
    paths:
      - target/classes/META-INF/sbom/
      - target/classes/META-INF/THIRD-PARTY.txt
    reports:
      junit:
        - target/*-reports/TEST-*.xml
        - client/target/*-reports/TEST-*.xml
      cyclonedx: target/classes/META-INF/sbom/application.cdx.json

contract:
  stage: test
  image:
    name: bufbuild/buf:1.50.0
    entrypoint: [""]
  interruptible: true
  timeout: 10 minutes
  variables:
    # with the main branch, to compare with
    GIT_DEPTH: 0
  script:
    - buf lint
    - git fetch origin "$CI_DEFAULT_BRANCH"
    - git worktree add /tmp/main FETCH_HEAD
    - if [ -f /tmp/main/buf.yaml ]; then buf breaking --against /tmp/main; else echo "there is no contract on $CI_DEFAULT_BRANCH yet"; fi

chart:
  stage: test
  image:
    name: alpine/helm:3.17.0
    entrypoint: [""]
  interruptible: true
  timeout: 10 minutes
  script:
    - for each in staging production; do helm lint --strict deploy/helm/[=workload.name] --values "deploy/environments/$each.yaml"; done
[#if workload.prometheus]

alerts:
  stage: test
  image:
    name: prom/prometheus:v2.55.1
    entrypoint: [""]
  interruptible: true
  timeout: 10 minutes
  script:
    - cd deploy/monitoring/prometheus && promtool test rules rules.test.yaml
[/#if]

# 'image' is a word of GitLab's own
image-scanned:
  extends: .docker
  stage: image
  image: docker:27
  timeout: 30 minutes
  id_tokens:
    SIGSTORE_ID_TOKEN:
      aud: sigstore
[@registry.tokens/]
  script:
    - docker build --tag "$IMAGE:$CI_COMMIT_SHA" .
    - docker save --output image.tar "$IMAGE:$CI_COMMIT_SHA"
    # what is known to be unsafe
    - >-
      docker run --rm --volume "$PWD/image.tar:/image.tar:ro" aquasec/trivy:0.58.1
      image --input /image.tar --severity HIGH,CRITICAL --ignore-unfixed --exit-code 1
    - if [ "$CI_COMMIT_BRANCH" != "$CI_DEFAULT_BRANCH" ]; then exit 0; fi
[@registry.login/]
    - docker push "$IMAGE:$CI_COMMIT_SHA"
    - apk add --no-cache cosign
    - cosign sign --yes "$(docker inspect --format '{{index .RepoDigests 0}}' "$IMAGE:$CI_COMMIT_SHA")"

staging:
  stage: staging
  image:
    name: alpine/helm:3.17.0
    entrypoint: [""]
  timeout: 20 minutes
  resource_group: staging
  environment:
    name: staging
    url: https://[=delivery.stagingHost]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
[@deploy "staging"/]

load:
  stage: load
  image:
    name: grafana/k6:1.0.0
    entrypoint: [""]
  timeout: 10 minutes
  environment:
    name: staging
    action: verify
  id_tokens:
    SUBJECT_TOKEN:
      aud: [=workload.name]
  variables:
    # TOKEN_URL, where the issuer gives a token for the identity of the job, may be set in the project;
    # without it the test sees only that nobody gets in without one
    BASE_URL: https://[=delivery.stagingHost]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - k6 run load/smoke.js

production:
  stage: production
  image:
    name: alpine/helm:3.17.0
    entrypoint: [""]
  timeout: 20 minutes
  resource_group: production
  environment:
    name: production
    url: https://[=workload.host]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      when: manual
  # until somebody starts it, the pipeline is done
  allow_failure: true
  script:
[@deploy "production"/]
