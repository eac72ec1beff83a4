package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who deploys: credentials that are good, that are not, and that are not enough. */
@ExtendWith(TestCluster.class)
class DeployCredentialsIT {
  @TempDir Path folder;

  private TestNamespace namespace;
  private String server;
  private String authority;

  @BeforeEach
  void use(TestNamespace namespace) throws Exception {
    this.namespace = namespace;
    server = seen("{.clusters[0].cluster.server}");
    authority = seen("{.clusters[0].cluster.certificate-authority-data}");
    Files.writeString(
        folder.resolve("web.yaml"),
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {b: c}}");
  }

  private String seen(String path) throws Exception {
    return namespace
        .cluster()
        .out("kubectl", "config", "view", "--raw", "--minify", "-o", "jsonpath=" + path);
  }

  private Run as(String user) throws Exception {
    return as(user, "certificate-authority-data: " + authority);
  }

  private Run as(String user, String trust) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("config"),
            """
            current-context: c
            clusters: [{name: c, cluster: {server: "%s", %s}}]
            users: [{name: u, user: {%s}}]
            contexts: [{name: c, context: {cluster: c, user: u}}]
            """
                .formatted(server, trust, user));
    Cluster cluster = namespace.cluster().by(file);
    return new Deployed(folder, new TestNamespace(cluster, namespace.name()))
        .msvc("deploy", "-f", "web.yaml", "--release", "web", "-y");
  }

  private String token(String account) throws Exception {
    namespace.out("create", "serviceaccount", account);
    return namespace.out("create", "token", account).strip();
  }

  private void openssl(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = "openssl";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Cluster.Ran ran = Cluster.run(Map.of(), command);
    assertThat(ran.exitCode()).as(ran.err()).isZero();
  }

  @Test
  void aTokenThatNobodyKnowsIsRefused() throws Exception {
    Run run = as("token: abc");

    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.err()).contains("does not know who you are: Unauthorized", "log in again");
  }

  @Test
  void aTokenInAFileBesideTheKubeconfigIsRead() throws Exception {
    assertThat(as("tokenFile: login").err())
        .contains("logs in with the token in " + folder.resolve("login"), "cannot be read");

    Files.writeString(folder.resolve("login"), token("deployer"));
    Run run = as("token: old, tokenFile: login");

    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.err()).contains(namespace.name() + ":deployer\" cannot get resource");
  }

  @Test
  void nobodyIsToldToLogIn() throws Exception {
    Run run = as("");

    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.err()).contains("does not know who you are", "system:anonymous");
  }

  @Test
  void anAuthorityThatIsNotTheServersIsSaid() throws Exception {
    openssl(
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-keyout",
        folder + "/ca.key",
        "-out",
        folder + "/ca.crt",
        "-subj",
        "/CN=other");

    Run other = as("token: abc", "certificate-authority: " + folder + "/ca.crt");
    assertThat(other.exitCode()).isEqualTo(8);
    assertThat(other.err())
        .contains("its certificate is of no authority that the kubeconfig knows");
    assertThat(as("token: abc", "insecure-skip-tls-verify: false").err())
        .contains("of no authority");
  }

  @Test
  void keysOfBothKindsAreSignedWith() throws Exception {
    for (String kind : new String[] {"rsa:2048", "ec"}) {
      String user = certified(kind);
      Run run = as(user);
      // it is known who that is, and it may do nothing
      assertThat(run.exitCode()).as(run.err()).isEqualTo(8);
      assertThat(run.err()).contains("User \"tester\" cannot get resource");
    }
  }

  /** A user with a certificate that the cluster signs. */
  private String certified(String kind) throws Exception {
    String key = folder + "/user.key";
    String request = folder + "/user.csr";
    if (kind.equals("ec")) {
      openssl(
          "req",
          "-newkey",
          "ec",
          "-pkeyopt",
          "ec_paramgen_curve:prime256v1",
          "-nodes",
          "-keyout",
          key,
          "-out",
          request,
          "-subj",
          "/CN=tester");
    } else {
      openssl(
          "req", "-newkey", kind, "-nodes", "-keyout", key, "-out", request, "-subj", "/CN=tester");
    }
    String name = namespace.name() + "-" + kind.replace(':', '-');
    namespace.apply(
        """
        apiVersion: certificates.k8s.io/v1
        kind: CertificateSigningRequest
        metadata: {name: %s}
        spec: {request: %s, signerName: kubernetes.io/kube-apiserver-client, usages: [client auth]}
        """
            .formatted(
                name, Base64.getEncoder().encodeToString(Files.readAllBytes(Path.of(request)))));
    namespace.out("certificate", "approve", name);
    String certificate =
        namespace.soon(
            each -> !each.isEmpty(), "get", "csr", name, "-o", "jsonpath={.status.certificate}");
    namespace.out("delete", "csr", name);
    return "client-certificate-data: %s, client-key: %s".formatted(certificate, key);
  }

  @Test
  void aPluginThatAlsoTalksIsUnderstood() throws Exception {
    String token = token("deployer");
    namespace.out(
        "create",
        "rolebinding",
        "all",
        "--clusterrole=cluster-admin",
        "--serviceaccount=" + namespace.name() + ":deployer");
    namespace.soon(
        each -> each.startsWith("yes"),
        "auth",
        "can-i",
        "create",
        "configmaps",
        "--as=system:serviceaccount:" + namespace.name() + ":deployer");
    Path plugin =
        Files.writeString(
            folder.resolve("login"),
            """
            #!/bin/sh
            echo 'this version is deprecated' >&2
            echo '{"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential", "status": {"token": "%s"}}'
            """
                .formatted(token));
    Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rwxr-xr-x"));

    Run run =
        as(
            "exec: {apiVersion: client.authentication.k8s.io/v1, command: ./login,"
                + " interactiveMode: Never}");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(namespace.out("get", "configmap/a", "-o", "jsonpath={.data.b}")).isEqualTo("c");
  }

  @Test
  void aRightThatIsMissingIsSaidAsTheLineOfARole() throws Exception {
    Run none = as("token: " + token("deployer"));
    assertThat(none.exitCode()).isEqualTo(8);
    assertThat(none.err())
        .contains("cannot get resource \"configmaps\"")
        .contains("a Role in " + namespace.name() + " must have the rule")
        .contains("- {apiGroups: [\"\"], resources: [configmaps], verbs: [get]}")
        .contains("msvc doctor --rbac");

    namespace.out("create", "role", "reads", "--verb=get,list", "--resource=configmaps");
    namespace.out(
        "create",
        "rolebinding",
        "reads",
        "--role=reads",
        "--serviceaccount=" + namespace.name() + ":deployer");
    Run reads = as("token: " + namespace.out("create", "token", "deployer").strip());
    assertThat(reads.exitCode()).isEqualTo(8);
    assertThat(reads.err())
        .contains("web.yaml:1: ConfigMap/a", "cannot patch resource \"configmaps\"")
        .contains("- {apiGroups: [\"\"], resources: [configmaps], verbs: [patch]}");
  }
}
