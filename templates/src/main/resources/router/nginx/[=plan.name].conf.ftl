# made by msvc for the shift [=plan.name]: nginx 1.11 or newer; include it in http { }
[#if !finished]
# The weights are in a file of their own, which is made first: [=nginx.include]
include "[=nginx.include]";

[/#if]
[#list nginx.selectors as selector]
map $http_[=selector.variable] $msvc_[=nginx.name]_who_[=selector.number] {
  default 0;
[#list selector.patterns as pattern]
  "~[=pattern]" 1;
[/#list]
}
[/#list]
# the first rule that fits; what none fits goes to the monolith
map "$request_method[#list nginx.selectors as selector]:$msvc_[=nginx.name]_who_[=selector.number][/#list]:$uri" $msvc_[=nginx.name]_arm {
  default monolith;
[#list nginx.rules as rule]
  "~[=rule.pattern]" [#if finished]service[#else]$msvc_[=nginx.name]_[=rule.name][/#if];
[/#list]
}
map $msvc_[=nginx.name]_arm $msvc_[=nginx.name]_upstream {
  default msvc_[=nginx.name]_monolith;
  service msvc_[=nginx.name]_service;
}
upstream msvc_[=nginx.name]_monolith {
  server [=nginx.monolith];
  keepalive 16;
}
upstream msvc_[=nginx.name]_service {
  server [=nginx.service];
  keepalive 16;
}

# Where a server of yours answers the clients, take the lines of location / into it.
server {
  listen [=nginx.listen];
  location / {
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $http_host;
    # a request that failed is not asked again of anybody
    proxy_next_upstream off;
    proxy_pass http://$msvc_[=nginx.name]_upstream;
  }
}
[#if !finished]
# what the workers that run now do
server {
  listen [=nginx.status];
  location = /-/msvc/[=plan.name] {
    default_type text/plain;
    keepalive_timeout 0;
    return 200 $msvc_[=nginx.name]_weights;
  }
}
[/#if]
