-- made by msvc; this file is yours. Once it has run, a change is a new file: change service.yaml and
-- generate again, or write one.
[#if java.usesMoney]
-- Money is an amount and its currency (ISO 4217). Times are instants.
[/#if]
-- The constraints say what the code checks too: a second writer cannot store what the service refuses.
[#list first.tables as table]

[#include "/service/java-spring/shared/table.sql.ftl"]
[/#list]
