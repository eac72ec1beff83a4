// made by msvc; this file is yours: edit it, and the next run merges
package [=package].adapter.rest;

@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "[=kinds.property]")
@JsonSubTypes({[#list kinds.kinds as kind]@JsonSubTypes.Type(value = [=kind.body].class, name = "[=kind.label]")[#sep], [/#list]})
sealed interface [=kinds.body] permits [#list kinds.kinds as kind][=kind.body][#sep], [/#list] {

  static [=kinds.body] of([=kinds.name] [=kinds.variable]) {
[#list kinds.kinds as kind]
[#if kind?is_last]
    return [=kind.body].of(([=kind.name]) [=kinds.variable]);
[#else]
    if ([=kinds.variable] instanceof [=kind.name] it) {
      return [=kind.body].of(it);
    }
[/#if]
[/#list]
  }

  [=kinds.name] toDomain();
}
