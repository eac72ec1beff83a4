// made by msvc; this file is yours: edit it, and the next run merges
package [=package].domain.[=aggregate.name.word];

[#assign name = aggregate.name]
/** Where [=name.many] are kept. */
public interface [=name.type]Repository {
[#if aggregate.id.random()]

  default UUID nextId() {
    return TimeOrderedUuid.next();
  }
[#elseif aggregate.id.counted()]

  long nextId();
[/#if]

  Optional<[=name.type]> findById([=aggregate.id.type] id);
[#list aggregate.uniques() as field]

  /** Whether [=name.article] [=name.words] other than this one has the [=field.words()]. */
  boolean existsOtherWith[=field.capitalized]([=aggregate.id.type] id, [=field.present()] [=field.name]);
[/#list]
[#if aggregate.lists()]

  /** The [=name.many] whose ids come next, in the order of their ids. */
  List<[=name.type]> findAfter([=aggregate.id.type] id, int limit);
[/#if]

  /** Keeps the [=name.words][#if aggregate.isTold()], and tells what happened to it[/#if]. */
  [=name.type] save([=name.type] [=name.variable]);
[#if aggregate.deletes()]

  void delete([=name.type] [=name.variable]);
[/#if]
}
