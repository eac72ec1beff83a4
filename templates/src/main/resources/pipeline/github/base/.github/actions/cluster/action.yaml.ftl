# made by msvc; this file is yours: edit it, and the next run merges
# For a cluster whose API server trusts https://token.actions.githubusercontent.com (structured authentication);
# where yours has its own way (EKS, GKE, AKS), put that here.
name: cluster
description: Lets kubectl and helm into the cluster as the job that they run in
inputs:
  url:
    description: of the API server
    required: true
  authority:
    description: its certificate's authority, as PEM
    required: true
runs:
  using: composite
  steps:
    - shell: bash
      env:
        URL: ${{ inputs.url }}
        AUTHORITY: ${{ inputs.authority }}
      run: |
        : "${URL:?set the variable CLUSTER_URL of this environment}"
        cluster=$RUNNER_TEMP/cluster
        mkdir -p "$cluster"
        printf '%s\n' "$AUTHORITY" > "$cluster/authority.crt"
        # asked anew for each call: a token lasts for minutes
        cat > "$cluster/token" <<'END'
        #!/usr/bin/env bash
        set -euo pipefail
        curl --silent --show-error --fail --header "Authorization: Bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" \
          "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=kubernetes" |
          jq '{apiVersion: "client.authentication.k8s.io/v1", kind: "ExecCredential", status: {token: .value}}'
        END
        chmod +x "$cluster/token"
        cat > "$cluster/config" <<END
        apiVersion: v1
        kind: Config
        current-context: job
        contexts:
          - name: job
            context: {cluster: job, user: job}
        clusters:
          - name: job
            cluster:
              server: "$URL"
              certificate-authority: "$cluster/authority.crt"
        users:
          - name: job
            user:
              exec:
                apiVersion: client.authentication.k8s.io/v1
                command: "$cluster/token"
                interactiveMode: Never
        END
        echo "KUBECONFIG=$cluster/config" >> "$GITHUB_ENV"
