// made by msvc; this file is yours: edit it, and the next run merges
package [=package].domain;

/** One of [#list kinds.kinds as kind]{@link [=kind.name]}[#sep], [/#list]. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "[=kinds.property]")
@JsonSubTypes({[#list kinds.kinds as kind]@JsonSubTypes.Type(value = [=kind.name].class, name = "[=kind.label]")[#sep], [/#list]})
public sealed interface [=kinds.name] permits [#list kinds.kinds as kind][=kind.name][#sep], [/#list] {[#if !kinds.fields?has_content]}[/#if]
[#list kinds.fields]
[#items as field]

  [=field.type] [=field.name]();
[/#items]
}
[/#list]
