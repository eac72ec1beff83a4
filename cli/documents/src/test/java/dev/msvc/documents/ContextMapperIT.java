package dev.msvc.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.log4j.Level;
import org.apache.log4j.LogManager;
import org.contextmapper.dsl.ContextMappingDSLStandaloneSetup;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Context Mapper reads what is exported for it, and finds nothing wrong. */
class ContextMapperIT {
  private static Injector contextMapper;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    LogManager.getLoggerRepository().setThreshold(Level.OFF);
    contextMapper = new ContextMappingDSLStandaloneSetup().createInjectorAndDoEMFRegistration();
  }

  /** Errors of syntax, of references and of Context Mapper's own rules. */
  private List<String> wrong(String cml) throws IOException {
    Path file = Files.writeString(folder.resolve("map.cml"), cml);
    XtextResourceSet set = contextMapper.getInstance(XtextResourceSet.class);
    Resource resource = set.getResource(URI.createFileURI(file.toString()), true);
    List<String> wrong = new ArrayList<>();
    resource.getErrors().forEach(each -> wrong.add(each.getLine() + ": " + each.getMessage()));
    ((XtextResource) resource)
            .getResourceServiceProvider()
            .getResourceValidator()
            .validate(resource, CheckMode.ALL, CancelIndicator.NullImpl)
            .stream()
            .filter(each -> each.getSeverity() == Severity.ERROR)
            .forEach(each -> wrong.add(each.getLineNumber() + ": " + each.getMessage()));
    return wrong;
  }

  /** The words of the language, out of its grammar. */
  private static Set<String> words() throws IOException {
    Set<String> words = new TreeSet<>();
    for (String grammar :
        List.of(
            "/org/contextmapper/dsl/ContextMappingDSL.xtext",
            "/org/contextmapper/tactic/dsl/TacticDDDLanguage.xtext")) {
      try (InputStream in = ContextMappingDSLStandaloneSetup.class.getResourceAsStream(grammar)) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        Matcher word = Pattern.compile("['\"]([A-Za-z_]\\w*)['\"]").matcher(text);
        while (word.find()) {
          words.add(word.group(1));
        }
      }
    }
    return words;
  }

  @Test
  void theExample() throws Exception {
    String cml = Exported.export(Exported.SHOP, "cml");

    assertThat(wrong(cml)).isEmpty();
    assertThat(cml).contains("Aggregate OrderAggregate {");
  }

  @Test
  void namesThatAreWordsOfTheLanguageOrNoAscii() throws Exception {
    Set<String> words = words();
    words.addAll(List.of("\u0420\u0430\u0431\u043e\u0442\u0430", "Caf\u00e9", "$Odd", "A__b"));
    assertThat(words).hasSizeGreaterThan(150);
    Odd.write(folder, words);

    String cml = Exported.export(folder, "cml");

    assertThat(wrong(cml)).isEmpty();
    assertThat(cml).contains("Entity ^Entity {", "Cafe", "_9LivesContext");
  }

  @Test
  void whatIsWrongWouldBeSeen() throws IOException {
    assertThat(wrong("BoundedContext Entity {}")).isNotEmpty();
    assertThat(wrong("ContextMap { contains Nobody }")).isNotEmpty();
  }
}
