// made by msvc; this file is yours: edit it, and the next run merges
package [=package].adapter.grpc;

[#assign name = aggregate.name]
[#assign outer = aggregate.contract.outer]
[#import "/service/java-spring/shared/messages.java.ftl" as messages]

/** [=name.many?cap_first], as messages and back. */
final class [=name.type]Messages {

  private [=name.type]Messages() {}
[#if aggregate.isDescribed()]

  static [=name.type]Details details([=outer].[=name.label]Details message) {
    return new [=name.type]Details([#list aggregate.details as field][=field.fromMessage?no_esc][#sep], [/#list]);
  }

  static [=outer].[=name.label]Details message([=name.type]Details details) {
[@messages.built outer + "." + name.label + "Details" "" aggregate.details/]
  }
[/#if]

  static [=outer].[=name.label] message([=name.type] [=name.variable]) {
[@messages.built outer + "." + name.label ".setId(" + name.variable + ".id()" + aggregate.id.random()?then(".toString()", "") + ").setVersion(" + name.variable + ".version())" aggregate.fields/]
  }
[#list aggregate.entities as entity]
[@messages.record entity/]
[/#list]
[#list aggregate.enums as enum]
[@messages.choice enum/]
[/#list]
}
