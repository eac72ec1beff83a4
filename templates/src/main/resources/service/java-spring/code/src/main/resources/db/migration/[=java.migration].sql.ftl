-- made by msvc; this file is yours. Change the schema by a new file beside it: this one has run already.
[#if java.usesMoney]
-- Money is an amount and its currency (ISO 4217). Times are instants.
[/#if]
-- The constraints say what the code checks too: a second writer cannot store what the service refuses.
[#list java.tables as table]
[#if table.sequence?has_content]

create sequence [=table.sequence] as bigint;
[/#if]

create table [=table.name] (
[#list table.lines as line]
  [=line?no_esc][#sep],[/#sep]
[/#list]
);
[#list table.indexes]

[#items as index]
[=index]
[/#items]
[/#list]
[/#list]
