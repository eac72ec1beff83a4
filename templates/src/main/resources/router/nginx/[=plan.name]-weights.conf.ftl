# made by msvc for the shift [=plan.name], which writes this file anew with each change of weights: nothing else may stand in it
map "" $msvc_[=nginx.name]_weights {
  default "[=nginx.weights]";
}
[#list nginx.client as client]
# who asks; of whom nothing tells it, chance decides each time
[#if client.pattern?has_content]
map $http_[=client.variable] $msvc_[=nginx.name]_client {
  default $request_id;
[#list client.pattern as pattern]
  "~[=pattern]" $msvc_said;
[/#list]
}
[#else]
map $http_[=client.variable] $msvc_[=nginx.name]_client {
  default $http_[=client.variable];
  "" $request_id;
}
[/#if]
[/#list]
[#list nginx.rules as rule]
[#if nginx.client?has_content]
# whoever asks twice is answered by the same, while its weight grows
split_clients "$msvc_[=nginx.name]_client" $msvc_[=nginx.name]_[=rule.name] {
[#else]
# whoever asks twice may be answered by both
split_clients "$request_id" $msvc_[=nginx.name]_[=rule.name] {
[/#if]
[#list rule.shares as share]
  [=share.percent]% service;
[/#list]
  * [=rule.rest];
}
[/#list]
