-- made by msvc from a change of service.yaml; this file is yours. Read it before it runs: instances of the
-- version before go on reading and writing while it does.
[#list change.made as table]

[#include "/service/java-spring/shared/table.sql.ftl"]
[/#list]
[#list change.statements]

[#items as statement]
[=statement?no_esc]
[/#items]
[/#list]
[#list change.later]

-- Once every instance is of this version or a later one, in a migration of its own:
[#items as statement]
-- [=statement?no_esc]
[/#items]
[/#list]
