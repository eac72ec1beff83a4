[#macro tokens]
[/#macro]
[#macro login]
    - echo "$CI_JOB_TOKEN" | docker login --username gitlab-ci-token --password-stdin "$CI_REGISTRY"
[/#macro]
