[#ftl output_format="PlantUML"]
@startuml
' made by msvc
!include <C4/C4_Container>
LAYOUT_LEFT_RIGHT()
System_Boundary(system, "bounded contexts") {
[#list nodes as node]
  Container([=node.id], "[=node.name]", "bounded context", "[=node.size]")
[/#list]
[#list tables as table]
  ContainerDb([=table.id], "[=table.name]", "table", "several contexts write it")
[/#list]
}
[#list edges as edge]
Rel([=edge.from], [=edge.to], "[=edge.label]")
[/#list]
[#list owners as edge]
Rel([=edge.from], [=edge.to], "owns")
[/#list]
[#list writers as edge]
Rel([=edge.from], [=edge.to], "[=edge.label]")
[/#list]
[#list leftOut as sentence]
' [=sentence]
[/#list]
@enduml
