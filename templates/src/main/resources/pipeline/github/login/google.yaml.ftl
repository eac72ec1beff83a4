[#macro login]
      - name: Take the account that may push
        if: github.event_name == 'push'
        id: google
        uses: google-github-actions/auth@7c6bc770dae815cd3e89ee6cdf493a5fab2cc093 # v3.0.0
        with:
          workload_identity_provider: ${{ vars.GOOGLE_WORKLOAD_IDENTITY_PROVIDER }}
          service_account: ${{ vars.GOOGLE_SERVICE_ACCOUNT }}
          token_format: access_token
      - name: Log in to the registry
        if: github.event_name == 'push'
        env:
          TOKEN: ${{ steps.google.outputs.access_token }}
        run: docker login --username oauth2accesstoken --password-stdin [=delivery.registry.host] <<< "$TOKEN"
[/#macro]
