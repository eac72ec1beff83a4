// made by msvc; this file is yours: edit it, and the next run merges
package [=package].domain.[=aggregate.name.word];

[#assign name = aggregate.name]
/** [=name.many?cap_first] for tests[#if aggregate.isVaried() || aggregate.id.given()], each another one[/#if]. */
public final class [=name.type]Samples {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private [=name.type]Samples() {}

  public static [=name.type]Details details() {
[#if aggregate.isVaried()]
    int n = COUNT.incrementAndGet();
[/#if]
    return new [=name.type]Details([#list aggregate.details as field][=field.sample?no_esc][#sep], [/#list]);
  }

  public static [=name.type] [=name.variable]() {
    return new [=name.type](id(), details());
  }

  /** An id that no other one of the tests has. */
  public static [=aggregate.id.type] id() {
    return [#if aggregate.id.random()]UUID.randomUUID()[#elseif aggregate.id.counted()]COUNT.incrementAndGet()[#else]"id-" + COUNT.incrementAndGet()[/#if];
  }
[#if aggregate.isDescribed()]

  /** What a caller of the REST API sends. */
  public static String json() {
[#if aggregate.isVaried()]
    int n = COUNT.incrementAndGet();
[/#if]
    return """
    {
[#list aggregate.details as field]
      "[=field.name]": [=aggregate.isVaried()?then(field.formatted(), field.literal())?no_esc][#sep],[/#sep]
[/#list]
    }
[#if aggregate.isVaried()]
    """
        .formatted([#list aggregate.details?filter(each -> each.argument?has_content) as field][=field.argument?no_esc][#sep], [/#list]);
[#else]
    """;
[/#if]
  }
[/#if]
[#if aggregate.hasLetters()]

  /** The number in the digits of an alphabet. */
  private static String letters(int n, int width, char first) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < width; i++) {
      letters.insert(0, (char) (first + n % 26));
      n /= 26;
    }
    return letters.toString();
  }
[/#if]
}
