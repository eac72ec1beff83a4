package dev.msvc.analyzers.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SafeXmlTest {
  @Test
  void elementsAndTextsComeInOrderWithLines() throws MalformedXml {
    XmlElement root =
        SafeXml.read(
            """
            <?xml version="1.0"?>
            <x:mapper xmlns:x="urn:x">
              <select id="a"
                      x:kind="b">
                select <if test="y"><![CDATA[ a < b ]]></if> from t
              </select>
              <empty/>
            </x:mapper>
            """);

    assertThat(root.name()).isEqualTo("mapper");
    assertThat(root.line()).isEqualTo(2);
    XmlElement select = root.elements("select").get(0);
    assertThat(select.line()).isEqualTo(3);
    assertThat(select.attributes()).containsEntry("id", "a").containsEntry("kind", "b");
    assertThat(select.text().strip()).isEqualTo("select  a < b  from t");
    assertThat(select.elements("if").get(0).line()).isEqualTo(5);
    assertThat(root.elements("empty").get(0).line()).isEqualTo(7);
  }

  @Test
  void aDoctypeIsPassedOverAndNothingIsLoaded() throws MalformedXml {
    XmlElement root =
        SafeXml.read(
            """
            <!DOCTYPE mapper PUBLIC "-//x//EN" "file:///nowhere/mapper.dtd" [
              <!ENTITY a "aaaaaaaaaa">
              <!ENTITY b "&a;&a;&a;&a;">
              <!ENTITY ext SYSTEM "file:///nowhere/secret">
            ]>
            <mapper>&b;|&ext;|&amp;</mapper>
            """);

    assertThat(root.text()).doesNotContain("aaaa").contains("|").endsWith("|&");
  }

  @Test
  void aByteOrderMarkAndBlanksBeforeTheDeclarationDoNotMatter() throws MalformedXml {
    assertThat(SafeXml.read("\uFEFF<?xml version=\"1.0\" encoding=\"GBK\"?><a/>").name())
        .isEqualTo("a");
    assertThat(SafeXml.read("\n <?xml version=\"1.0\"?><a/>").name()).isEqualTo("a");
  }

  @Test
  void aDoctypeThatTheParserHasNoWordsForIsMalformed() {
    assertThatThrownBy(() -> SafeXml.read("<!DOCTYPE x [<!ENTITY a \"b\">\u0000]><x/>"))
        .isInstanceOf(MalformedXml.class);
  }

  @Test
  void whatIsNoXmlSaysWhere() {
    assertThatThrownBy(() -> SafeXml.read("<a>\n<b>\n</a>"))
        .isInstanceOfSatisfying(
            MalformedXml.class, problem -> assertThat(problem.line()).isEqualTo(3));
    assertThatThrownBy(() -> SafeXml.read("")).isInstanceOf(MalformedXml.class);
    assertThatThrownBy(() -> SafeXml.read("<a>".repeat(1000)))
        .isInstanceOf(MalformedXml.class)
        .hasMessageContaining("200 deep");
  }
}
