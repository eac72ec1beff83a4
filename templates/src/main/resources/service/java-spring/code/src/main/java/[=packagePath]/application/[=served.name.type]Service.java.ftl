// made by msvc; this file is yours: edit it, and the next run merges
package [=package].application;

[#assign name = served.name]
[#-- what no database keeps identifies nothing --]
[#assign kept = served.id.given()?then("Check.characters(\"id\", id)", "id")?no_esc]
/** What can be asked of [=name.many], whoever asks: one method, one transaction. */
@Service
public class [=name.type]Service {
[#if served.lists()]

  private static final [=served.id.type] BEFORE_ALL = [=served.id.first?no_esc];
  private static final int BATCH = 200;
[/#if]

  private final [=name.type]Repository [=name.variables];

  [=name.type]Service([=name.type]Repository [=name.variables]) {
    this.[=name.variables] = [=name.variables];
  }
[#if served.creates()]

  @PreAuthorize("hasRole('[=service.name]-write')")
  @Transactional
[#if served.id.given()]
  public [=name.type] create(String id, [=name.type]Details details) {
    if ([=name.variables].findById(Check.id(id)).isPresent()) {
      throw new AlreadyExistsException("[=name.article] [=name.words]", "id", id);
    }
[#else]
  public [=name.type] create([=name.type]Details details) {
    [=served.id.type] id = [=name.variables].nextId();
[/#if]
[#if served.uniques()?has_content]
    requireUnique(id, details);
[/#if]
    return [=name.variables].save(new [=name.type](id, details));
  }
[/#if]
[#if served.gets()]

  @PreAuthorize("hasRole('[=service.name]-read')")
  @Transactional(readOnly = true)
  public [=name.type] get([=served.id.type] id) {
    return find(id);
  }
[/#if]
[#if served.lists()]

  /** A page in the order of ids; a size of 0 leaves it to us. */
  @PreAuthorize("hasRole('[=service.name]-read')")
  @Transactional(readOnly = true)
  public Page<[=name.type]> list(int size, @Nullable String pageToken) {
    [=served.id.type] after = PageToken.read(pageToken, BEFORE_ALL, [=served.id.parse?no_esc]);
    return Page.of([=name.variables].findAfter(after, Page.size(size) + 1), Page.size(size), [=name.type]::id);
  }

  /** All of them, read as they are consumed; what is added meanwhile may be among them. */
  @PreAuthorize("hasRole('[=service.name]-read')")
  public Stream<[=name.type]> stream() {
    return Stream.iterate([=name.variables].findAfter(BEFORE_ALL, BATCH), batch -> !batch.isEmpty(), batch -> [=name.variables].findAfter(batch.get(batch.size() - 1).id(), BATCH)).flatMap(List::stream);
  }
[/#if]
[#if served.updates()]

  @PreAuthorize("hasRole('[=service.name]-write')")
  @Transactional
  public [=name.type] update([=served.id.type] id, long version, [=name.type]Details details) {
[#if served.uniques()?has_content]
    requireUnique([=kept], details);
[/#if]
    return change(id, version, [=name.variable] -> [=name.variable].update(details));
  }
[/#if]
[#if served.deletes()]

  @PreAuthorize("hasRole('[=service.name]-write')")
  @Transactional
  public void delete([=served.id.type] id, @Nullable Long version) {
    [=name.type] [=name.variable] = find(id);
    [=name.variable].expectVersion(version);
[#if served.told.delete?has_content]
    [=name.variable].delete();
[/#if]
    [=name.variables].delete([=name.variable]);
  }
[/#if]
[#list served.commands as command]

  @PreAuthorize("hasRole('[=service.name]-write')")
  @Transactional
  public [=name.type] [=command.name]([=served.id.type] id, @Nullable Long version[#list command.fields as field], [=field.declared()][/#list]) {
    return change(id, version, [=command.subject()] -> [=command.subject()].[=command.name]([#list command.fields as field][=field.name][#sep], [/#list]));
  }
[/#list]
[#if served.changes()]

  private [=name.type] change([=served.id.type] id, @Nullable Long version, Consumer<[=name.type]> change) {
    [=name.type] [=name.variable] = find(id);
    [=name.variable].expectVersion(version);
    change.accept([=name.variable]);
    return [=name.variables].save([=name.variable]);
  }
[/#if]
[#if served.isFound()]

  private [=name.type] find([=served.id.type] id) {
    return [=name.variables].findById([=kept]).orElseThrow(() -> new NotFoundException("[=name.words]", id));
  }
[/#if]
[#if served.uniques()?has_content && served.isDescribed()]

  private void requireUnique([=served.id.type] id, [=name.type]Details details) {
[#list served.uniques() as field]
    if ([#if field.optional]details.[=field.name]() != null && [/#if][=name.variables].existsOtherWith[=field.capitalized](id, details.[=field.name]())) {
      throw new AlreadyExistsException("[=name.article] [=name.words]", "[=field.name]", details.[=field.name]());
    }
[/#list]
  }
[/#if]
}
