[#import "/pipeline/github/login/" + delivery.registry.kind + ".yaml.ftl" as registry]
[#macro checkout]
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
[/#macro]
[#macro deploy environment]
[@checkout/]
      - uses: ./.github/actions/cluster
        with:
          url: ${{ vars.CLUSTER_URL }}
          authority: ${{ vars.CLUSTER_AUTHORITY }}
      - name: Install or upgrade
        env:
          IMAGE: ${{ needs.image.outputs.repository }}
          NAMESPACE: ${{ vars.NAMESPACE[#if workload.namespace?has_content] || '[=workload.namespace]'[/#if] }}
        run: |
          helm upgrade --install [=workload.name] deploy/helm/[=workload.name] --namespace "$NAMESPACE" \
            --values deploy/environments/[=environment].yaml \
            --set-string image.repository="$IMAGE" --set-string image.tag="$GITHUB_SHA" \
            --atomic --timeout 10m
          helm test [=workload.name] --namespace "$NAMESPACE" --logs
[/#macro]
# made by msvc; this file is yours: edit it, and the next run merges
# docs/pipelines.md of msvc says which variables it reads. There is no secret: jobs show who they are (OIDC).
# Actions are pinned to the commits of the tags behind them; have Dependabot or Renovate raise both.
name: ci

on:
  pull_request:
  push:
    branches: [main]

# each job says what it needs
permissions: {}

# a pull request's newest push is what counts; what is on main is built to its end
concurrency:
  group: ci-${{ github.ref }}
  cancel-in-progress: ${{ github.event_name == 'pull_request' }}

defaults:
  run:
    shell: bash

jobs:
  verify:
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: read
    steps:
[@checkout/]
      - uses: actions/setup-java@b6effb05e454b25005698d916606bdc6ffcbf961 # v5.7.0
        with:
          distribution: temurin
          java-version: "[=service.options.java.release()]"
          cache: maven
      - name: Build and test
        run: mvn --batch-mode --no-transfer-progress verify
      - name: Build and test the client
        run: mvn --batch-mode --no-transfer-progress --file client verify
      - name: Keep the SBOM and the licences
        uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0
        with:
          name: sbom
          path: |
            target/classes/META-INF/sbom/
            target/classes/META-INF/THIRD-PARTY.txt
      - name: Keep what tests said
        if: failure()
        uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0
        with:
          name: tests
          path: |
            target/*-reports/
            client/target/*-reports/

  contract:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
          # with the main branch, to compare with
          fetch-depth: 0
      - uses: bufbuild/buf-action@8c6a16e16f12ba20b6470afa9c2ba9b5ba8c97c3 # v1.5.0
        with:
          setup_only: true
      - name: Lint
        run: buf lint
      - name: Keep the promises made to callers
        env:
          MAIN: ${{ github.event.repository.default_branch }}
        run: |
          git worktree add "$RUNNER_TEMP/main" "origin/$MAIN"
          if [ -f "$RUNNER_TEMP/main/buf.yaml" ]; then
            buf breaking --against "$RUNNER_TEMP/main"
          else
            echo "there is no contract on $MAIN yet"
          fi

  deployment:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
[@checkout/]
      - name: Check the chart
        run: |
          for environment in staging production; do
            helm lint --strict deploy/helm/[=workload.name] --values "deploy/environments/$environment.yaml"
          done
[#if workload.prometheus]
      - name: Test the alerts
        run: |
          docker run --rm --volume "$PWD/deploy/monitoring/prometheus:/rules:ro" --workdir /rules --entrypoint promtool \
            prom/prometheus:v2.55.1 test rules rules.test.yaml
      - name: See that the operator is given what was tested
        run: diff <(yq --output-format json .spec deploy/monitoring/prometheusrule.yaml) <(yq --output-format json . deploy/monitoring/prometheus/rules.yaml)
[/#if]

  image:
    needs: [verify, contract, deployment]
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: read
      # who the job is, for the registry and for the signature
      id-token: write
[#if delivery.registry.kind == "github"]
      packages: write
[/#if]
    outputs:
      repository: ${{ steps.name.outputs.repository }}
    steps:
[@checkout/]
      - name: Name the image
        id: name
[#if delivery.repository?has_content]
        run: echo "repository=[=delivery.repository]" >> "$GITHUB_OUTPUT"
[#else]
        run: echo "repository=ghcr.io/${GITHUB_REPOSITORY_OWNER,,}/[=workload.name]" >> "$GITHUB_OUTPUT"
[/#if]
      - name: Build
        env:
          IMAGE: ${{ steps.name.outputs.repository }}:${{ github.sha }}
        run: |
          docker build --tag "$IMAGE" .
          docker save --output image.tar "$IMAGE"
      - name: Look for what is known to be unsafe
        run: |
          docker run --rm --volume "$PWD/image.tar:/image.tar:ro" aquasec/trivy:0.58.1 \
            image --input /image.tar --severity HIGH,CRITICAL --ignore-unfixed --exit-code 1
[#-- what follows is for the main branch --]
      - name: Get cosign
        if: github.event_name == 'push'
        uses: sigstore/cosign-installer@6f9f17788090df1f26f669e9d70d6ae9567deba6 # v4.1.2
[@registry.login/]
      - name: Push and sign
        if: github.event_name == 'push'
        env:
          IMAGE: ${{ steps.name.outputs.repository }}:${{ github.sha }}
        run: |
          docker push "$IMAGE"
          cosign sign --yes "$(docker inspect --format '{{index .RepoDigests 0}}' "$IMAGE")"

  staging:
    if: github.event_name == 'push'
    needs: image
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    environment: staging
    concurrency: staging
    permissions:
      contents: read
      id-token: write
    steps:
[@deploy "staging"/]

  load:
    needs: staging
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    environment: staging
    permissions:
      contents: read
      id-token: write
    steps:
[@checkout/]
      - uses: grafana/setup-k6-action@db07bd9765aac508ef18982e52ab937fe633a065 # v1.2.1
      - name: Call it for a minute
        env:
          BASE_URL: ${{ vars.BASE_URL || 'https://[=delivery.stagingHost]' }}
          # where the issuer gives a token for the identity of the job; empty to see only that nobody gets in without
          TOKEN_URL: ${{ vars.TOKEN_URL }}
        run: |
          SUBJECT_TOKEN=$(curl --silent --show-error --fail --header "Authorization: Bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" \
            "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=[=workload.name]" | jq --raw-output .value)
          export SUBJECT_TOKEN
          k6 run load/smoke.js

  # waits for whom the environment 'production' names under "Required reviewers"
  production:
    needs: [image, load]
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    environment: production
    concurrency: production
    permissions:
      contents: read
      id-token: write
    steps:
[@deploy "production"/]
