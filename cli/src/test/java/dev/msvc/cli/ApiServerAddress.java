package dev.msvc.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Where an API server is, and who may talk to it: as the administrator, and as nobody yet. */
public record ApiServerAddress(URI uri, SSLContext administrator, SSLContext nobody) {
  private static final char[] NO_PASSWORD = new char[0];

  /** From what a kubeconfig says, as PEM; the key is in PKCS #8. */
  public static ApiServerAddress of(URI uri, String authority, String certificate, String key)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = store();
    trusted.setCertificateEntry("authority", certificates(authority)[0]);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    KeyStore own = store();
    own.setKeyEntry("own", privateKey(key), NO_PASSWORD, certificates(certificate));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, NO_PASSWORD);
    return new ApiServerAddress(
        uri, context(keys.getKeyManagers(), trust), context(new KeyManager[0], trust));
  }

  Socket connect(boolean asAdministrator) throws IOException {
    SSLContext context = asAdministrator ? administrator : nobody;
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(uri.getHost(), port());
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.setTcpNoDelay(true);
    socket.startHandshake();
    return socket;
  }

  String host() {
    return uri.getHost() + ":" + port();
  }

  private int port() {
    return uri.getPort() < 0 ? 443 : uri.getPort();
  }

  private static SSLContext context(KeyManager[] keys, TrustManagerFactory trust)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore store() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Certificate[] certificates(String pem) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
        .toArray(Certificate[]::new);
  }

  private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
    if (!pem.contains("BEGIN PRIVATE KEY")) {
      throw new InvalidKeySpecException("the client's key is not in PKCS #8");
    }
    byte[] bytes =
        Base64.getMimeDecoder().decode(pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", ""));
    PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(bytes);
    try {
      return KeyFactory.getInstance("EC").generatePrivate(spec);
    } catch (InvalidKeySpecException noneOfThose) {
      return KeyFactory.getInstance("RSA").generatePrivate(spec);
    }
  }
}
