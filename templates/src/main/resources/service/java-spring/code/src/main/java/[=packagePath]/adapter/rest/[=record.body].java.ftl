// made by msvc; this file is yours: edit it, and the next run merges
package [=package].adapter.rest;

import jakarta.validation.constraints.Pattern;

record [=record.body]([#if record.owner?has_content]@Nullable UUID id[#if record.fields?has_content], [/#if][/#if][#list record.fields as field][=field.request?no_esc][#sep], [/#list])[#if record.parentBody?has_content] implements [=record.parentBody][/#if] {

  static [=record.body] of([=record.name] [=record.variable]) {
    return new [=record.body]([#if record.owner?has_content][=record.variable].id()[#if record.fields?has_content], [/#if][/#if][#list record.fields as field][=field.toBody?no_esc][#sep], [/#list]);
  }

[#if record.parent?has_content]
  @Override
  public [=record.name] toDomain() {
[#else]
  [=record.name] toDomain() {
[/#if]
    return new [=record.name]([#if record.owner?has_content]id[#if record.fields?has_content], [/#if][/#if][#list record.fields as field][=field.toDomain?no_esc][#sep], [/#list]);
  }
}
