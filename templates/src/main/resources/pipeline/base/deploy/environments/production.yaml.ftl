# made by msvc; this file is yours: edit it, and the next run merges
# What is otherwise in production than in deploy/helm/[=workload.name]/values.yaml
