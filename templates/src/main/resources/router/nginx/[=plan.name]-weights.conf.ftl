# made by msvc for the shift [=plan.name], which writes this file anew with each change of weights: nothing else may stand in it
map "" $msvc_[=nginx.name]_weights {
  default "[=nginx.weights]";
}
[#list nginx.rules as rule]
# whoever asks twice may be answered by both
split_clients "$request_id" $msvc_[=nginx.name]_[=rule.name] {
[#list rule.shares as share]
  [=share.percent]% service;
[/#list]
  * [=rule.rest];
}
[/#list]
