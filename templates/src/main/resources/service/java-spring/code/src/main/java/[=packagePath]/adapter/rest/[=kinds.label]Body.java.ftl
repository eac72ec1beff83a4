// made by msvc; this file is yours: edit it, and the next run merges
package [=package].adapter.rest;

@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "[=kinds.property]")
@JsonSubTypes({[#list kinds.kinds as kind]@JsonSubTypes.Type(value = [=kind.label]Body.class, name = "[=kind.label]")[#sep], [/#list]})
sealed interface [=kinds.label]Body permits [#list kinds.kinds as kind][=kind.label]Body[#sep], [/#list] {

  static [=kinds.label]Body of([=kinds.name] [=kinds.variable]) {
[#list kinds.kinds as kind]
[#if kind?is_last]
    return [=kind.label]Body.of(([=kind.name]) [=kinds.variable]);
[#else]
    if ([=kinds.variable] instanceof [=kind.name] it) {
      return [=kind.label]Body.of(it);
    }
[/#if]
[/#list]
  }

  [=kinds.name] toDomain();
}
