// made by msvc; this file is yours: edit it, and the next run merges
package [=package].domain.[=aggregate.name.word];

import java.util.regex.Pattern;

[#assign name = aggregate.name]
/** What a caller says of [=name.article] {@link [=name.type]}, when it is created[#if aggregate.updates()] and when it is updated[/#if]. */
public record [=name.type]Details([#list aggregate.details as field][=field.declared()][#sep], [/#list]) {
[#list aggregate.detailConstants]

[#items as constant]
  [=constant?no_esc]
[/#items]
[/#list]
[#if aggregate.details?filter(each -> each.checks?has_content)?has_content]

  public [=name.type]Details {
[#list aggregate.details as field]
[#list field.checks as line]
    [=line?no_esc]
[/#list]
[/#list]
  }
[/#if]
}
