[#macro login]
      - name: Log in to the registry
        if: github.event_name == 'push'
        env:
          CLIENT: ${{ vars.AZURE_CLIENT_ID }}
          TENANT: ${{ vars.AZURE_TENANT_ID }}
        run: |
          token=$(curl --silent --show-error --fail --header "Authorization: Bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" \
            "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=api://AzureADTokenExchange" | jq --raw-output .value)
          az login --service-principal --username "$CLIENT" --tenant "$TENANT" --federated-token "$token" --allow-no-subscriptions --output none
          az acr login --name [=delivery.registry.host]
[/#macro]
