// made by msvc; this file is yours: edit it, and the next run merges
package [=package].adapter.persistence;

[#assign name = aggregate.name]
interface Jpa[=name.type]Repository extends [=name.type]Repository, Repository<[=name.type], [=aggregate.id.boxed]> {
[#if aggregate.id.counted()]

  @Override
  @Query(value = "select nextval('[=aggregate.id.sequence]')", nativeQuery = true)
  long nextId();
[/#if]
[#list aggregate.uniques() as field]

  @Override
  @Query("select count(e) > 0 from [=name.type] e where e.[=field.name] = :[=field.name] and e.id <> :id")
  boolean existsOtherWith[=field.capitalized]([=aggregate.id.type] id, [=field.present()] [=field.name]);
[/#list]
[#if aggregate.lists()]

  @Override
  @Query("select e from [=name.type] e where e.id > :id order by e.id limit :limit")
  List<[=name.type]> findAfter([=aggregate.id.type] id, int limit);
[/#if]
}
