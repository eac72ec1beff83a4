[#macro login]
      - name: Take the role that may push
        if: github.event_name == 'push'
        uses: aws-actions/configure-aws-credentials@e6de054238d6b7531b4efff3b6587d9aade6a06c # v6.2.3
        with:
          role-to-assume: ${{ vars.AWS_ROLE }}
          aws-region: [=delivery.registry.region]
      - name: Log in to the registry
        if: github.event_name == 'push'
        run: aws ecr get-login-password | docker login --username AWS --password-stdin [=delivery.registry.host]
[/#macro]
