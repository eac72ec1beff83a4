[#ftl output_format="PlantUML"]
@startuml
' made by msvc
left to right direction
[#list nodes as node]
component "[=node.name]\n[=node.size]" as [=node.id]
[/#list]
[#list tables as table]
database "[=table.name]" as [=table.id]
[/#list]
[#list edges as edge]
[=edge.from] --> [=edge.to] : "[=edge.label]"
[/#list]
[#list owners as edge]
[=edge.from] -- [=edge.to]
[/#list]
[#list writers as edge]
[=edge.from] ..> [=edge.to] : "[=edge.label]"
[/#list]
[#list leftOut as sentence]
' [=sentence]
[/#list]
@enduml
