// made by msvc; this file is yours: edit it, and the next run merges
package [=package].domain.[=told.name.word];

[#assign name = told.name]
/** What happens to [=name.article] {@link [=name.type]}. */
public sealed interface [=name.type]Event extends DomainEvent {

  [=told.id.type] [=told.eventId]();

  @Override
  default String aggregateId() {
    return [#if told.id.counted()]String.valueOf([=told.eventId]())[#elseif told.id.random()][=told.eventId]().toString()[#else][=told.eventId]()[/#if];
  }
[#list told.events as event]

  record [=event.name]([#list event.components as component][=component][#sep], [/#list]) implements [=name.type]Event {}
[/#list]
}
