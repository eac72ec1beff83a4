[#macro tokens]
    REGISTRY_TOKEN:
      aud: https://[=delivery.registry.host]
[/#macro]
[#macro login]
    # for a registry that trusts the identity of jobs; where yours has another way in without a password that stays, write that here
    - echo "$REGISTRY_TOKEN" | docker login --username "$REGISTRY_USER" --password-stdin [=delivery.registry.host]
[/#macro]
