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
