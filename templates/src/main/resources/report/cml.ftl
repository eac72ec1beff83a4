[#ftl output_format="CML"]
/* made by msvc */
ContextMap {
  type = SYSTEM_LANDSCAPE
  state = TO_BE
[#list contexts as context]
  contains [=context.id]
[/#list]
[#list relationships as each]

  [=each.upstream] [[=each.upstreamRoles]] -> [[=each.downstreamRoles]] [=each.downstream] {
    implementationTechnology = "[=each.weight] in one process today"
  }
[/#list]
}
[#list contexts as context]

BoundedContext [=context.id] {
  domainVisionStatement = "[=context.name]: [=context.vision]"
  type = FEATURE
[#list context.aggregates as aggregate]

  Aggregate [=aggregate.id] {
[#list aggregate.entities as entity]
    "[=entity.name]"
    Entity [=entity.id] {
      databaseTable = "[=entity.table]"
[#if entity.root]
      aggregateRoot
[/#if]
[#list entity.references as reference]
[#if reference.many]
      - List<@[=reference.target]> [=reference.id]
[#else]
      - @[=reference.target] [=reference.id]
[/#if]
[/#list]
    }
[/#list]
  }
[/#list]
}
[/#list]
