// made by msvc; this file is yours: edit it, and the next run merges
package [=package].adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.springframework.jdbc.core.JdbcTemplate;

[#assign name = aggregate.name]
[#if aggregate.id.given()]
[#assign id = name.type + "Samples.id()"]
[#else]
[#assign id = name.variables + ".nextId()"]
[/#if]
@ServiceTest
class [=name.type]RepositoryTest {

  @Autowired [=name.type]Repository [=name.variables];

  @Test
  void whatIsSavedIsFoundWithAllThatItHas() {
    [=name.type] saved = [=name.variables].save(new [=name.type]([=id], [=name.type]Samples.details()));

    [=name.type] found = [=name.variables].findById(saved.id()).orElseThrow();

    assertThat(found).isNotSameAs(saved).usingRecursiveComparison().ignoringFields("happened").isEqualTo(saved);
  }
[#list aggregate.dated() as dated]

  @Test
  void [=dated.field]HasItsDaysAndTimesAsTexts(@Autowired JdbcTemplate sql) {
    [=name.type] saved = [=name.variables].save(new [=name.type]([=id], [=name.type]Samples.details()));

    assertThat(sql.queryForObject("select [=dated.column?no_esc]::text from [=aggregate.tableName()?no_esc] where id = ?", String.class, saved.id())).contains("[=dated.text?no_esc]");
  }
[/#list]
[#if aggregate.updates() && aggregate.isVaried()]

  @Test
  void ofTwoWritersOfOneVersionTheSecondIsRefused() {
    [=aggregate.id.type] id = [=name.variables].save(new [=name.type]([=id], [=name.type]Samples.details())).id();
    [=name.type] first = [=name.variables].findById(id).orElseThrow();
    [=name.type] second = [=name.variables].findById(id).orElseThrow();
    first.update([=name.type]Samples.details());
    [=name.variables].save(first);
    second.update([=name.type]Samples.details());

    assertThatThrownBy(() -> [=name.variables].save(second)).isInstanceOf(OptimisticLockingFailureException.class);
  }
[/#if]
[#list aggregate.uniques() as field]

  @Test
  void [=field.name]IsUnique() {
    [=name.type]Details details = [=name.type]Samples.details();
    [=name.variables].save(new [=name.type]([=id], details));

    assertThatThrownBy(() -> [=name.variables].save(new [=name.type]([=id], details))).isInstanceOf(DataIntegrityViolationException.class);
  }
[/#list]
[#if aggregate.lists()]

  @Test
  void findAfterGoesOnWhereTheLastPageEnded() {
    [=name.type] one = [=name.variables].save(new [=name.type]([=id], [=name.type]Samples.details()));
    [=name.type] other = [=name.variables].save(new [=name.type]([=id], [=name.type]Samples.details()));

    List<[=name.type]> firstTwo = [=name.variables].findAfter([=aggregate.id.first?no_esc], 2);

    assertThat(firstTwo).hasSize(2);
    assertThat([=name.variables].findAfter(firstTwo.get(0).id(), 1)).extracting([=name.type]::id).containsExactly(firstTwo.get(1).id());
    assertThat([=name.variables].findAfter([=aggregate.id.first?no_esc], 1000)).extracting([=name.type]::id).contains(one.id(), other.id());
  }
[/#if]
[#if aggregate.deletes()]

  @Test
  void whatIsDeletedIsGone() {
    [=name.type] saved = [=name.variables].save(new [=name.type]([=id], [=name.type]Samples.details()));

    [=name.variables].delete(saved);

    assertThat([=name.variables].findById(saved.id())).isEmpty();
  }
[/#if]
}
