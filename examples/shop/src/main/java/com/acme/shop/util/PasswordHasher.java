package com.acme.shop.util;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.springframework.stereotype.Component;

/** Hashes the passwords of customers. */
@Component
public class PasswordHasher {

  private static final int ITERATIONS = 20_000;
  private static final int KEY_BITS = 256;

  private final SecureRandom random = new SecureRandom();

  public String hash(String password) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    return encode(salt) + ":" + encode(derive(password, salt));
  }

  public boolean matches(String password, String stored) {
    int colon = stored.indexOf(':');
    if (colon < 0) {
      return false;
    }
    byte[] salt = Base64.getDecoder().decode(stored.substring(0, colon));
    byte[] expected = Base64.getDecoder().decode(stored.substring(colon + 1));
    return MessageDigest.isEqual(expected, derive(password, salt));
  }

  private static byte[] derive(String password, byte[] salt) {
    try {
      PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, KEY_BITS);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("No PBKDF2 on this Java", e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
