<!-- made by msvc; this file is yours: edit it, and the next run merges -->
# [=service.name]
[#if project.description?has_content]

[=project.description]
[/#if]

REST on port 8080, gRPC on 9090, health and metrics on 8081. Java [=service.options.java.release()], Maven 3.8 or later.

## Try it

```
mvn spring-boot:test-run
```

starts the service with a PostgreSQL of its own (in Docker, or without it) and an issuer of tokens, and prints a token[#if project.apiKeys] and a key[/#if]:

```
export TOKEN=...
[#if project.apiKeys]
export KEY=...
[/#if]
[#list project.listable as each]
curl -H "Authorization: Bearer $TOKEN" localhost:8080[=each.path]
grpcurl -plaintext -H "Authorization: Bearer $TOKEN" localhost:9090 [=project.protoPackage].[=each.name]Service/List[=each.name.plural()]
[/#list]
[#if project.apiKeys]
[#list project.listable as each]
curl -H "X-API-Key: $KEY" localhost:8080[=each.path]
[/#list]
[/#if]
curl localhost:8080/v3/api-docs
```

## Build and test

```
mvn verify
```

Tests run against a real PostgreSQL: in a container where there is Docker, otherwise from binaries that Maven fetches.
The jar holds an SBOM (`META-INF/sbom`, CycloneDX) and the licences of what it is made of (`META-INF/THIRD-PARTY.txt`).

## Run it in containers

```
printf 'DATABASE_PASSWORD=%s\n' "$(openssl rand -hex 24)" > .env
docker compose up --build
```

starts the service, its database and an issuer of tokens for this machine. `.env` is yours alone: git and the image leave
it out. A token that may read and change:

```
export TOKEN=$(curl -s -d grant_type=client_credentials -d client_id=me -d client_secret=any \
  localhost:8888/local/token | sed -n 's/.*"access_token"[^"]*"\([^"]*\)".*/\1/p')
```

## Configure

| variable | default | |
|---|---|---|
| `JWT_ISSUER` | none: must be set | who issues tokens (`iss`) |
| `JWT_JWK_SET_URI` | none: must be set | where the issuer's public keys are |
| `JWT_AUDIENCE` | `[=service.name]` | whom tokens must be for (`aud`) |
| `JWT_ALGORITHMS` | `RS256` | signatures that are accepted |
| `JWT_ROLES_CLAIM` | `roles` | the claim that lists the caller's roles |
| `ROLE_HIERARCHY` | empty | roles that hold others, as `shop-admin > [=service.name]-write; shop-admin > [=service.name]-read` |
[#if project.apiKeys]
| `API_KEYS_FILE` | `/etc/[=service.name]/api-keys/keys` | who may call with a key: see below |
| `API_KEYS_INTERVAL` | `5s` | after it is looked whether that file has changed |
[/#if]
| `DATABASE_URL` | `jdbc:postgresql://localhost:5432/[=project.databaseName]` | |
| `DATABASE_USERNAME` | `[=project.databaseName]` | |
| `DATABASE_PASSWORD` | empty | |
| `DATABASE_POOL_SIZE` | `10` | connections at most |
| `HTTP_PORT`, `GRPC_PORT`, `MANAGEMENT_PORT` | `8080`, `9090`, `8081` | |
| `GRPC_LONGEST_CALL`, `GRPC_LONGEST_STREAM` | `30s`, `5m` | gRPC calls that take longer end |
| `GRPC_REFLECTION` | `true` | gRPC says what can be called, to anyone |
| `OTEL_EXPORTER_OTLP_ENDPOINT` | none: traces stay here | where traces are sent |
| `TRACING_SAMPLING` | `0.1` | the share of requests that are traced |
[#if project.consul]
| `CONSUL_HOST`, `CONSUL_PORT`, `CONSUL_SCHEME` | `localhost`, `8500`, `http` | where Consul is |
| `CONSUL_TOKEN` | empty | what it lets the service read by (ACL) |
[/#if]
| `LIVE_FILE` | `/etc/[=service.name]/live/live.properties` | what changes without a restart: see below |
| `LIVE_INTERVAL` | `5s` | after it is looked whether that file has changed |
| `LOG_FORMAT` | `ecs` | `ecs`, `logstash` or `gelf`; empty for plain lines |

These are read when the service starts. `LIVE_FILE` is read again when it changes: `logging.level.NAME=debug`, `tracing.sampling=1`.
What is no longer said there is as it was at the start. In a cluster it is the ConfigMap `[=service.name]-live`.
[#if project.consul]

Consul's keys below `config/[=service.name]/` and `config/application/` are properties as in `application.yaml`, and come before that file; variables come
before both. A changed `logging.level.NAME` counts at once, and so does what a bean of the scope `@RefreshScope` reads; all else at the next start.

```
consul kv put config/[=service.name]/logging.level.[=package] debug
```
[/#if]

A caller needs the role `[=service.name]-read` to read and `[=service.name]-write` to change. Which method takes
which role is written at the methods of `application` (`@PreAuthorize`); `ROLE_HIERARCHY` has roles of yours count for these two.
[#if project.apiKeys]

## API keys

For callers that cannot get a token: the header `X-API-Key`, or the metadata `x-api-key` by gRPC, in place of one. The service
has no key, only hashes: the file has a line for each, `name:role,role:hash`, and is read again when it changes. A key is made
so, given to its caller, and kept nowhere else:

```
key=$(openssl rand -hex 32)
printf 'reporting:[=service.name]-read:%s\n' "$(printf %s "$key" | sha256sum | cut -d' ' -f1)" >> keys
kubectl create secret generic [=service.name]-api-keys --from-file=keys --dry-run=client -o yaml | kubectl apply -f -
echo "$key"
```

The log says by name who came in with a key. Two lines of one name let a caller change its key; a key whose line is deleted
lets nobody in once the cluster has brought the Secret to the pods, which takes a minute or two.
[/#if]

[#if client.calls?has_content]
## Call it from Java

`client/` is a library for its callers, in Java 8 and later: the contract's messages and stubs, and `[=client.type]`, which gives
calls a deadline, a token and their trace, sends reads again where an instance is away, and goes round the healthy
instances.

```
mvn -f client install
```

```
<dependency>
  <groupId>[=package]</groupId>
  <artifactId>[=service.name]-client</artifactId>
  <version>0.1.0-SNAPSHOT</version>
</dependency>
```

```
[=client.type] client = [=client.type].builder()
    .plaintext()                        // TLS otherwise
    .token(tokens).tokenOverPlaintext() // only where a mesh encrypts
    .observations(observations)         // of Micrometer: metrics, and the trace; or .metrics(meters)
    .build();                           // one for the whole process; [=client.target]
client.[=client.services?first.accessor]()...
```

[/#if]
## Where things are

| package | holds |
|---|---|
| `domain` | aggregates, values, their rules and events, and the ports to where they are kept |
| `application` | what can be asked of them: one method, one transaction, one role |
| `adapter.rest`, `adapter.grpc` | the two ways in; errors, validation and messages of each |
| `adapter.persistence` | the ports, by JPA |
[#if project.events]
| `adapter.events` | what is done with events once they are committed |
[/#if]
| `config` | who may enter[#if project.commands], and what is counted[/#if] |

The tables are in `src/main/resources/db/migration`, the contract in `src/main/proto`, what it imports in
`src/main/proto-vendor`. A stale `If-Match` is answered with 412, a taken unique value or a broken rule with 409.
