// made by msvc; this file is yours: edit it, and the next run merges
package [=package].[=record.packageName];

import java.util.regex.Pattern;

[#if record.owner?has_content]
/** Part of {@link [=record.owner]}, reached only through it. Without an id it is a new one, and gets one. */
[/#if]
[#if record.isEmbeddable()]
@Embeddable
[/#if]
public record [=record.name]([#if record.owner?has_content]@Nullable UUID id[#if record.fields?has_content], [/#if][/#if][#list record.fields as field][=field.component()?no_esc][#sep], [/#list])[#if record.parent?has_content] implements [=record.parent][/#if] {
[#list record.constants]

[#items as constant]
  [=constant?no_esc]
[/#items]
[/#list]
[#if record.owner?has_content || record.fields?filter(each -> each.checks?has_content)?has_content]

  public [=record.name] {
[#if record.owner?has_content]
    id = id == null ? TimeOrderedUuid.next() : id;
[/#if]
[#list record.fields as field]
[#list field.checks as line]
    [=line?no_esc]
[/#list]
[/#list]
  }
[/#if]
}
