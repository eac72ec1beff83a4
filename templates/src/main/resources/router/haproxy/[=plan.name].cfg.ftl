# made by msvc for the shift [=plan.name]: HAProxy 2.4 or newer, as one more file of its own: haproxy -f haproxy.cfg -f [=plan.name].cfg
# Where a frontend of yours answers the clients, take the lines of this one into it. Leave out what your global section says already.
[#if !finished]
global
  # msvc sets weights through it, and needs the level admin
  stats socket "[=haproxy.socket]" level admin
  # a process that was replaced keeps the weights that it had: it must end
  hard-stop-after 30s
[#list haproxy.stateFile as file]
  # weights that were set are kept over a reload
  server-state-file "[=file]"
[/#list]

[/#if]
defaults msvc-[=plan.name]
  mode http
  timeout connect 5s
  timeout client 60s
  timeout server 60s
  timeout http-request 10s
[#if !finished]
[#list haproxy.stateFile as file]
  load-server-state-from-file global
[/#list]
[/#if]

frontend msvc-[=plan.name] from msvc-[=plan.name]
  bind "[=haproxy.listen]"
  # what most servers make of a path: without parameters, decoded, no empty segments
  http-request set-var([=haproxy.path]) "path,regsub(;[^/]*,,g),url_dec,regsub(//+,/,g)"
  # a path with segments of dots fits no rule
  http-request unset-var([=haproxy.path]) if { var([=haproxy.path]) -m reg -- "(^|/)[.][.]?(/|\$)|[\\\\]" }
[#list haproxy.rules as rule]
[#list rule.tests as test]
  acl [=rule.backend].[=test.name] [=test.fetch] -- "[=test.value]"
[/#list]
  use_backend [=rule.backend] if[#list rule.names as name] [=rule.backend].[=name][/#list]
[/#list]
  default_backend msvc-[=plan.name]

# what no rule fits
backend msvc-[=plan.name] from msvc-[=plan.name]
  server monolith "[=haproxy.monolith]" check
[#list haproxy.rules as rule]

backend [=rule.backend] from msvc-[=plan.name]
[#if !finished]
  # weights hold exactly; nothing here may tie a client to a server, since that would outlive a weight of 0
[/#if]
  balance roundrobin
[#if finished]
  server service "[=haproxy.service]" check
[#else]
  server monolith "[=haproxy.monolith]" check weight 100
  server service "[=haproxy.service]" check weight 0
[/#if]
[/#list]
