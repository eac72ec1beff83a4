// made by msvc; this file is yours: edit it, and the next run merges
package [=package].domain.[=aggregate.name.word];

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

[#assign name = aggregate.name]
class [=name.type]Test {

  @Test
  void aNewOneIsWhatWasSaidOfIt() {
    [=name.type]Details details = [=name.type]Samples.details();

    [=name.type] [=name.variable] = new [=name.type]([=name.type]Samples.id(), details);

[#if aggregate.details?has_content]
    assertThat([=name.variable]).usingRecursiveComparison().comparingOnlyFields([#list aggregate.details as field]"[=field.name]"[#sep], [/#list]).isEqualTo(details);
[#else]
    assertThat(details).isEqualTo(new [=name.type]Details());
[/#if]
[#list aggregate.states as state]
    assertThat([=name.variable].[=state.field]()).isEqualTo([=state.first]);
[/#list]
[#if aggregate.told.create?has_content]
    assertThat([=name.variable].domainEvents()).singleElement().isInstanceOf([=name.type]Event.[=aggregate.told.created].class);
[/#if]
  }
[#if aggregate.updates()]

  @Test
  void updateTakesAllDetails() {
    [=name.type] [=name.variable] = [=name.type]Samples.[=name.variable]();
    [=name.type]Details details = [=name.type]Samples.details();

    [=name.variable].update(details);

[#if aggregate.details?has_content]
    assertThat([=name.variable]).usingRecursiveComparison().comparingOnlyFields([#list aggregate.details as field]"[=field.name]"[#sep], [/#list]).isEqualTo(details);
[#else]
    assertThat([=name.variable].version()).isZero();
[/#if]
  }
[/#if]
[#list aggregate.commands as command]
[#if command.state?has_content && !command.staysFirst || !command.state?has_content && command.event?has_content]

  @Test
  void [=command.name][#if command.state?has_content]ReachesItsState[/#if][#if command.event?has_content][#if command.state?has_content]And[/#if]TellsSo[/#if]() {
    [=name.type] [=name.variable] = [=name.type]Samples.[=name.variable]();

    [=name.variable].[=command.name]([#list command.fields as field][=field.sample?no_esc][#sep], [/#list]);

[#if command.state?has_content]
    assertThat([=name.variable].[=command.state]()).isEqualTo([=command.reached]);
[/#if]
[#if command.event?has_content]
    assertThat([=name.variable].domainEvents()).last().isInstanceOf([=name.type]Event.[=command.eventName()].class);
[/#if]
  }
[/#if]
[#if command.state?has_content]

  @Test
  void [=command.name]IsRefusedWhereItIsSoAlready() {
    [=name.type] [=name.variable] = [=name.type]Samples.[=name.variable]();
[#if !command.staysFirst]
    [=name.variable].[=command.name]([#list command.fields as field][=field.sample?no_esc][#sep], [/#list]);
[/#if]

    assertThatThrownBy(() -> [=name.variable].[=command.name]([#list command.fields as field][=field.sample?no_esc][#sep], [/#list])).isInstanceOf(RuleViolationException.class);
  }
[/#if]
[/#list]

  @Test
  void aChangeOfAnotherVersionIsRefused() {
    [=name.type] [=name.variable] = [=name.type]Samples.[=name.variable]();

    assertThatThrownBy(() -> [=name.variable].expectVersion(7L)).isInstanceOf(StaleVersionException.class);
  }
}
