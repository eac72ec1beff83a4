// made by msvc; this file is yours: edit it, and the next run merges
package [=package].domain.[=aggregate.name.word];

import java.util.regex.Pattern;

[#assign name = aggregate.name]
[#macro set indent=""]
[#list aggregate.fields?filter(each -> aggregate.details?map(it -> it.name)?seq_contains(each.name)) as field]
[#if field.isFilled()]
[=indent]this.[=field.name].clear();
[=indent]this.[=field.name].[=field.type?starts_with("Map")?then("putAll", "addAll")](details.[=field.name]());
[#else]
[=indent]this.[=field.name] = details.[=field.name]();
[/#if]
[/#list]
[/#macro]
[#if aggregate.description?has_content]
/** [=aggregate.description] */
[/#if]
@Entity
@Table(name = "[=aggregate.tableName?no_esc]")
public class [=name.type] extends Aggregate {
[#list aggregate.constants]

[#items as constant]
  [=constant?no_esc]
[/#items]
[/#list]

  @Id private [=aggregate.id.type] id;
[#list aggregate.fields as field]

[#list field.annotations as annotation]
  [=annotation?no_esc]
[/#list]
  private [=field.type] [=field.name][=field.initial];
[/#list]

  /** For JPA. */
  protected [=name.type]() {}

  public [=name.type]([=aggregate.id.type] id, [=name.type]Details details) {
    this.id = id;
[#list aggregate.states as state]
    this.[=state.field] = [=state.first];
[/#list]
[#if aggregate.updates()]
    set(details);
[#else]
[@set "    "/]
[/#if]
[#if aggregate.told.create?has_content]
    happened([=aggregate.told.create?no_esc]);
[/#if]
  }
[#if aggregate.updates()]

  public void update([=name.type]Details details) {
    set(details);
[#if aggregate.told.update?has_content]
    happened([=aggregate.told.update?no_esc]);
[/#if]
  }
[/#if]
[#if aggregate.told.delete?has_content]

  /** Says that it is about to be gone. */
  public void delete() {
    happened([=aggregate.told.delete?no_esc]);
  }
[/#if]
[#list aggregate.commands as command]

  public void [=command.name]([#list command.fields as field][=field.declared()][#sep], [/#list]) {
[#list command.body as line]
    [=line?no_esc]
[/#list]
  }
[/#list]
[#if aggregate.updates()]

  private void set([=name.type]Details details) {
[@set "    "/]
  }
[/#if]

  public [=aggregate.id.type] id() {
    return id;
  }
[#list aggregate.fields as field]

  public [=field.type] [=field.name]() {
    return [=field.read()];
  }
[/#list]
}
