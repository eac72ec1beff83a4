[#macro login]
      - name: Log in to the registry
        if: github.event_name == 'push'
        env:
          TOKEN: ${{ github.token }}
        run: docker login --username "$GITHUB_ACTOR" --password-stdin ghcr.io <<< "$TOKEN"
[/#macro]
