# made by msvc; this file is yours: edit it, and the next run merges
# Who signs tokens: once for all services of a gateway. Its public key comes from the environment:
#   DECK_ISSUER_KEY="$(cat issuer.pem)" deck gateway sync --select-tag issuer deploy/kong/issuer.yaml
_format_version: "3.0"
consumers:
  - username: issuer
    tags: [issuer]
    jwt_secrets:
      - key: "[=workload.organisation.issuer]"
        algorithm: RS256
        # of other algorithms only, but its field must be there
        secret: unused
        rsa_public_key: |
          ${{ env "DECK_ISSUER_KEY" | indent 10 }}
