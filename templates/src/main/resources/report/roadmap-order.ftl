[#ftl output_format="Mermaid"]
flowchart LR
[#list boxes as box]
  [=box.id]["[=box.label]"]:::[=box.risk]
[/#list]
[#list boxes as box][#if box?has_next]
  [=box.id] --> [=boxes[box?index + 1].id]
[/#if][/#list]
  classDef high fill:#f8d7da,stroke:#842029,color:#000
  classDef medium fill:#fff3cd,stroke:#997404,color:#000
  classDef low fill:#d1e7dd,stroke:#0f5132,color:#000
