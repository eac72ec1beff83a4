// made by msvc; this file is yours: edit it, and the next run merges
package [=package].config;

import io.grpc.Attributes;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * Knows callers by their API keys, in the header {@code X-API-Key} and in gRPC's metadata alike, and
 * writes down who came in. A key is in no line of the log.
 */
final class ApiKeyAuthentication implements AuthenticationProvider {

  private static final Logger LOG = LoggerFactory.getLogger(ApiKeyAuthentication.class);

  private static final String HEADER = "X-API-Key";
  private static final Metadata.Key<String> KEY =
      Metadata.Key.of(HEADER, Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> TOKEN =
      Metadata.Key.of(HttpHeaders.AUTHORIZATION, Metadata.ASCII_STRING_MARSHALLER);

  private final ApiKeys keys;

  ApiKeyAuthentication(ApiKeys keys) {
    this.keys = keys;
  }

  /** What a request brings; nothing, if it has no key. */
  static @Nullable Authentication of(HttpServletRequest request) {
    return of(request.getHeader(HEADER), request.getHeader(HttpHeaders.AUTHORIZATION));
  }

  /** What a call by gRPC brings; nothing, if it has no key. */
  static @Nullable Authentication of(
      Metadata metadata, Attributes attributes, MethodDescriptor<?, ?> method) {
    return of(metadata.get(KEY), metadata.get(TOKEN));
  }

  private static @Nullable Authentication of(@Nullable String key, @Nullable String token) {
    if (key == null) {
      return null;
    }
    if (token != null) {
      throw new BadCredentialsException("a key or a token, not both");
    }
    return new PreAuthenticatedAuthenticationToken("caller", key);
  }

  @Override
  public Authentication authenticate(Authentication given) {
    ApiKeys.Caller caller = keys.find(String.valueOf(given.getCredentials())).orElse(null);
    if (caller == null) {
      LOG.warn("an API key that is nobody's was refused");
      throw new BadCredentialsException("this API key is nobody's");
    }
    LOG.info("{} came in by an API key", caller.name());
    return new PreAuthenticatedAuthenticationToken(
        caller.name(),
        "",
        caller.roles().stream().map(each -> new SimpleGrantedAuthority("ROLE_" + each)).toList());
  }

  @Override
  public boolean supports(Class<?> type) {
    return PreAuthenticatedAuthenticationToken.class.isAssignableFrom(type);
  }
}
