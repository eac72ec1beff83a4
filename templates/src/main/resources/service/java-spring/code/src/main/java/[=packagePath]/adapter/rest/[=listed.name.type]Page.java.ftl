// made by msvc; this file is yours: edit it, and the next run merges
package [=package].adapter.rest;

[#assign name = listed.name]
/** Some [=name.many], and what to give as pageToken for the next ones; null on the last page. */
record [=name.type]Page(List<[=name.type]Response> [=listed.many()], @Nullable String nextPageToken) {

  static [=name.type]Page of(Page<[=name.type]> page) {
    return new [=name.type]Page(page.items().stream().map([=name.type]Response::of).toList(), page.nextToken());
  }
}
