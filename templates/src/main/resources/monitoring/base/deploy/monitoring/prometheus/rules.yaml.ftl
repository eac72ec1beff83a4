[#import "/monitoring/shared/rules.yaml.ftl" as rules]
# made by msvc; this file is yours: edit it, and the next run merges
# The rules of ../prometheusrule.yaml, for promtool and for a Prometheus without the operator:
#   promtool check rules rules.yaml && promtool test rules rules.test.yaml
[@rules.groups/]
