[#macro tokens]
    REGISTRY_TOKEN:
      aud: sts.amazonaws.com
[/#macro]
[#macro login]
    - apk add --no-cache aws-cli
    # the role in AWS_ROLE_ARN, for whom the token names
    - echo "$REGISTRY_TOKEN" > /tmp/token && export AWS_WEB_IDENTITY_TOKEN_FILE=/tmp/token AWS_REGION=[=delivery.registry.region]
    - aws ecr get-login-password | docker login --username AWS --password-stdin [=delivery.registry.host]
[/#macro]
