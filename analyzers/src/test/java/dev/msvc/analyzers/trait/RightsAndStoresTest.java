package dev.msvc.analyzers.trait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.code.CodeReader;
import dev.msvc.analyzers.code.JavaSource;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.TraitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RightsAndStoresTest {
  private final List<ResourceFile> resources = new ArrayList<>();

  private RightsAndStoresTest resource(String file, String text) {
    resources.add(new ResourceFile(file, "", text.length(), () -> text));
    return this;
  }

  /** Traits of these kinds as {@code Class.method KIND name: detail}. */
  private List<String> traits(Analyzer analyzer, String java, TraitKind... kinds) {
    JavaSource source = new JavaSource("A.java", "", () -> new JavaSource.Content(java, 1, false));
    CodeReader.Result read = CodeReader.read(List.of(source), () -> {});
    FactCollector facts = new FactCollector();
    analyzer.analyze(new Sources(read.code(), resources), facts);
    return facts.traits().stream()
        .filter(each -> Set.of(kinds).contains(each.kind()))
        .sorted()
        .map(
            each ->
                "%s.%s %s %s: %s"
                    .formatted(
                        each.className(), each.method(), each.kind(), each.name(), each.detail()))
        .toList();
  }

  @Test
  void aCallThatNamesARightAsksForItAndAQuestionOfTheBusinessDoesNot() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import javax.servlet.http.HttpServletRequest;
                class Rights {
                  static boolean hasPrivilege(String right) { return true; }
                  static boolean hasAnyRole(String right) { return hasPrivilege("X"); }
                  static boolean isDiscountAllowed(String item) { return true; }
                }
                class A {
                  void own() { Rights.hasPrivilege("Pay"); }
                  void servlet(HttpServletRequest request) { request.isUserInRole("admin"); }
                  void business() { Rights.isDiscountAllowed("Pen"); }
                  void handed(String right) { Rights.hasPrivilege(right); }
                }
                """,
                TraitKind.CODE_SECURITY))
        .containsExactly(
            "A.own CODE_SECURITY hasPrivilege: calls Rights.hasPrivilege",
            "A.servlet CODE_SECURITY isUserInRole: HttpServletRequest.isUserInRole");
  }

  @Test
  void rightsOfTheUserOnTheThreadCountAndThoseOfALogInDoNot() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
                import org.springframework.security.core.Authentication;
                import org.springframework.security.core.context.SecurityContextHolder;
                class A {
                  Object mine() {
                    return SecurityContextHolder.getContext().getAuthentication().getAuthorities();
                  }
                  Object token(Authentication made) { return made.getAuthorities(); }
                  Object copy() {
                    return new UsernamePasswordAuthenticationToken(
                        "a", "b", SecurityContextHolder.getContext().getAuthentication().getAuthorities());
                  }
                }
                """,
                TraitKind.CODE_SECURITY))
        .containsExactly("A.mine CODE_SECURITY getAuthorities: getAuthorities");
  }

  @Test
  void rolesThatJavaAsksForAtAddressesAreReadWithTheirPattern() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import org.springframework.security.config.annotation.web.builders.HttpSecurity;
                class A {
                  void chained(HttpSecurity http) {
                    http.authorizeRequests().antMatchers("/admin/**").hasRole("ADMIN")
                        .antMatchers("/login").permitAll().anyRequest().authenticated();
                  }
                  void lambda(HttpSecurity http) {
                    http.authorizeHttpRequests(
                        each -> each.requestMatchers("/stock/**").hasAuthority("STOCK"));
                  }
                }
                """,
                TraitKind.URL_SECURITY))
        .containsExactly(
            "A.chained URL_SECURITY /admin/**: hasRole at /admin/**",
            "A.lambda URL_SECURITY /stock/**: hasAuthority at /stock/**");
  }

  @Test
  void descriptorsThatAskForARoleCountAndThoseForALogInDoNot() {
    resource(
            "security.xml",
            """
            <b:beans><http>
              <intercept-url pattern="/orders/**" access="hasRole('ORDERS')"/>
              <intercept-url pattern="/old/**" access="ROLE_ADMIN"/>
              <intercept-url pattern="/login" access="permitAll"/>
              <intercept-url pattern="/home" access="isAuthenticated()"/>
            </http></b:beans>
            """)
        .resource(
            "WEB-INF/web.xml",
            """
            <web-app>
              <security-constraint>
                <web-resource-collection>
                  <url-pattern>/admin/*</url-pattern><url-pattern>*.do</url-pattern>
                </web-resource-collection>
                <auth-constraint><role-name>admin</role-name></auth-constraint>
              </security-constraint>
              <security-constraint>
                <web-resource-collection><url-pattern>/all/*</url-pattern></web-resource-collection>
              </security-constraint>
            </web-app>
            """);

    assertThat(traits(new RightsInFiles(), "class A {}", TraitKind.URL_SECURITY))
        .containsExactly(
            ". URL_SECURITY /**/*.do: admin at *.do",
            ". URL_SECURITY /admin/**: admin at /admin/*",
            ". URL_SECURITY /old/**: ROLE_ADMIN at /old/**",
            ". URL_SECURITY /orders/**: hasRole('ORDERS') at /orders/**");
  }

  @Test
  void aPageAsksInAnExpressionOrByATagAndNotInItsScript() {
    resource("pay.xhtml", "<p rendered=\"#{users.hasPrivilege('Pay')}\"/>")
        .resource("old.jsp", "<sec:authorize access=\"x\"/><% request.isUserInRole(\"a\") %>")
        .resource("plain.xhtml", "<script>function hasPrivilege(x) {}</script>");

    assertThat(traits(new RightsInFiles(), "class A {}", TraitKind.PAGE_SECURITY))
        .containsExactly(
            ". PAGE_SECURITY old.jsp: asks 2 times", ". PAGE_SECURITY pay.xhtml: asks once");
  }

  @Test
  void whatCodeKeepsLocksAndCountsInRedisIsToldApart() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import org.redisson.api.RedissonClient;
                import org.springframework.data.redis.core.StringRedisTemplate;
                class Numbers {
                  StringRedisTemplate redis;
                  Long next(String day) {
                    String key = "order:no:" + day;
                    redis.opsForValue().setIfAbsent(key, "1");
                    redis.expire(key, null);
                    return redis.opsForValue().increment(key);
                  }
                }
                class Tokens {
                  StringRedisTemplate redis;
                  static String key(String id) { return String.format("token:%s", id); }
                  void keep(String id) { redis.opsForHash().putAll(key(id), null); }
                }
                class Pay {
                  RedissonClient client;
                  void lock(Long id) { client.getLock("pay:" + id); }
                }
                class Own {
                  Map other;
                  void set() { other.opsForValue().set("a", "b"); }
                }
                """,
                TraitKind.KEPT_STATE,
                TraitKind.SHARED_LOCK,
                TraitKind.OUTSIDE_COUNTER))
        .containsExactly(
            "Tokens.keep KEPT_STATE token:: opsForHash.putAll of 'token:'",
            "Pay.lock SHARED_LOCK pay:: RedissonClient.getLock of 'pay:'",
            "Numbers.next OUTSIDE_COUNTER order:no:: opsForValue.increment of 'order:no:'");
  }

  @Test
  void aClassThatIsGivenKeysKeepsThemForThoseWhoCallIt() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import org.springframework.data.redis.core.RedisTemplate;
                class Redis {
                  RedisTemplate<String, Object> template;
                  void set(String key, Object value) { template.opsForValue().set(key, value); }
                  void each(String prefix) { template.delete(made(prefix)); }
                  void unused(String key) { template.delete(key); }
                  String made(String prefix) { return prefix; }
                }
                class Users {
                  Redis redis;
                  void save(Long id) { redis.set("user:" + id, id); }
                  void clear() { redis.each("user:"); }
                }
                """,
                TraitKind.KEPT_STATE))
        .containsExactly(
            "Users.save KEPT_STATE user:: Redis.set of 'user:'",
            "Users.clear KEPT_STATE user:: Redis.each of 'user:'");
  }

  @Test
  void unitsOfOneSourceOfDataAreOneDatabaseAndOthersAreSeveral() {
    String units =
        """
        <persistence>
          <persistence-unit name="main"><jta-data-source>jdbc/a</jta-data-source></persistence-unit>
          <persistence-unit name="audit"><jta-data-source>jdbc/%s</jta-data-source>
            <class>a.Log</class></persistence-unit>
        </persistence>
        """;
    String code =
        """
        import javax.persistence.PersistenceContext;
        class Logs { @PersistenceContext(unitName = "audit") Object em; }
        """;
    resource("persistence.xml", units.formatted("a"));
    assertThat(traits(new Databases(), "class A {}", TraitKind.DATABASE)).isEmpty();

    resources.clear();
    resource("persistence.xml", units.formatted("b"));
    assertThat(traits(new Databases(), code, TraitKind.DATABASE))
        .containsExactly(
            ". DATABASE audit: unit audit",
            "Logs. DATABASE audit: @PersistenceContext audit",
            "a.Log. DATABASE audit: is mapped in unit audit",
            ". DATABASE main: unit main");
  }

  @Test
  void unitsOfOneSourceOfDataHaveOneNameBesideAnother() {
    resource(
        "persistence.xml",
        """
        <persistence>
          <persistence-unit name="main"><jta-data-source>jdbc/a</jta-data-source></persistence-unit>
          <persistence-unit name="jobs"><jta-data-source>jdbc/a</jta-data-source></persistence-unit>
          <persistence-unit name="audit"><jta-data-source>jdbc/b</jta-data-source></persistence-unit>
        </persistence>
        """);

    assertThat(traits(new Databases(), "class A {}", TraitKind.DATABASE))
        .containsExactly(
            ". DATABASE audit: unit audit",
            ". DATABASE jobs: unit main",
            ". DATABASE jobs: unit jobs");
  }

  @Test
  void copiesOfOneDatabaseAreNotSeveral() {
    String code =
        """
        import com.baomidou.dynamic.datasource.annotation.DS;
        @DS("%s") class A {}
        """;
    assertThat(traits(new Databases(), code.formatted("slave_1"), TraitKind.DATABASE)).isEmpty();
    assertThat(traits(new Databases(), code.formatted("series"), TraitKind.DATABASE))
        .containsExactly("A. DATABASE series: @DS series");
    assertThat(
            traits(
                new Databases(),
                code.formatted("series").replace("class A", "@interface Series")
                    + " @Series class B {}",
                TraitKind.DATABASE))
        .containsExactly("B. DATABASE series: @Series, which is @DS series");
  }

  @Test
  void aGeneratorOfOnesOwnTakesIdsFromItsTable() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import javax.persistence.Entity;
                import org.hibernate.annotations.GenericGenerator;
                import org.hibernate.annotations.Parameter;
                class Counter extends org.hibernate.id.enhanced.TableGenerator {
                  static final String TABLE_NAME = "COUNTERS";
                }
                class Random implements org.hibernate.id.IdentifierGenerator {}
                @Entity class A { @GenericGenerator(name = "a", strategy = "Counter") Long id; }
                @Entity class B { @GenericGenerator(name = "b", strategy = "Random") Long id; }
                @Entity class C {
                  @GenericGenerator(name = "c", strategy = "Counter",
                      parameters = {@Parameter(name = "table_name", value = "OWN")}) Long id;
                }
                """,
                TraitKind.ID_SOURCE))
        .containsExactly(
            "A. ID_SOURCE COUNTERS: @GenericGenerator of Counter",
            "C. ID_SOURCE OWN: @GenericGenerator of Counter");
  }

  @Test
  void aFileThatAHelperWritesIsOfThoseWhoKnowItsPlace() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import java.nio.file.Files;
                import java.nio.file.Path;
                class Disc {
                  static void write(String folder, byte[] bytes) {
                    System.out.println("writes");
                    Files.write(Path.of(folder, "a"), bytes);
                  }
                }
                @org.springframework.stereotype.Service class Avatars {
                  String folder;
                  void store(byte[] bytes) { Disc.write(folder, bytes); }
                }
                @org.springframework.stereotype.Service class Reports {
                  void make(byte[] bytes) { Disc.write("/tmp/x", bytes); }
                }
                """,
                TraitKind.LOCAL_FILE))
        .containsExactly("Avatars.store LOCAL_FILE Files: Files.write by Disc.write");
  }

  @Test
  void whatAddsTheTenantToStatementsAndFiltersThatAreNamedSoTellCustomersApart() {
    assertThat(
            traits(
                new CodeTraits(),
                """
                import com.baomidou.mybatisplus.extension.plugins.inner.TenantLineInnerInterceptor;
                import org.hibernate.annotations.Filter;
                class Config { Object made() { return new TenantLineInnerInterceptor(null); } }
                @Filter(name = "tenantFilter") class Base {}
                @Filter(name = "deletedFilter") class Other {}
                """,
                TraitKind.TENANCY))
        .containsExactly(
            "Config.made TENANCY TenantLineInnerInterceptor: new TenantLineInnerInterceptor",
            "Base. TENANCY tenantFilter: @Filter tenantFilter");
  }
}
