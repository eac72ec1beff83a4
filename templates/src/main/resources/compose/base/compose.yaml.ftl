# made by msvc; this file is yours: edit it, and the next run merges
# The service[#if workload.database()], its database[/#if] and an issuer of tokens, on this machine only:
[#if workload.database()]
#   printf 'DATABASE_PASSWORD=%s\n' "$(openssl rand -hex 24)" > .env
[/#if]
#   docker compose up --build
services:
  service:
    build: .
    environment:
[#if workload.database()]
      DATABASE_URL: "jdbc:postgresql://database:5432/[=workload.databaseName]"
      DATABASE_USERNAME: "[=workload.databaseName]"
      DATABASE_PASSWORD: ${DATABASE_PASSWORD:?make .env as said above}
[/#if]
      # what is in a token, and so as callers on this machine see it
      JWT_ISSUER: http://localhost:8888/local
      JWT_JWK_SET_URI: http://issuer:8888/local/jwks
      JWT_AUDIENCE: "[=service.name]"
    ports:
      - "127.0.0.1:8080:8080"
      - "127.0.0.1:9090:9090"
      - "127.0.0.1:8081:8081"
[#if workload.database()]
    depends_on:
      database:
        condition: service_healthy
[/#if]
    read_only: true
    tmpfs:
      - /tmp
    cap_drop:
      - ALL
    security_opt:
      - no-new-privileges:true

[#if workload.database()]
  database:
    image: docker.io/library/postgres:18-alpine
    environment:
      POSTGRES_DB: "[=workload.databaseName]"
      POSTGRES_USER: "[=workload.databaseName]"
      POSTGRES_PASSWORD: ${DATABASE_PASSWORD:?make .env as said above}
    volumes:
      - database:/var/lib/postgresql
    healthcheck:
      # by TCP: while it makes the database, PostgreSQL answers on a socket only
      test: ["CMD", "pg_isready", "--host=localhost", "--username=[=workload.databaseName]"]
      interval: 2s
      timeout: 3s
      retries: 30

[/#if]
  # gives a token to anyone who asks: never for others than you
  issuer:
    image: ghcr.io/navikt/mock-oauth2-server:3.0.3
    environment:
      SERVER_PORT: "8888"
      JSON_CONFIG: >-
        {"tokenCallbacks": [{"issuerId": "local", "requestMappings": [{"requestParam": "client_id", "match": "*",
        "claims": {"sub": "me", "aud": ["[=service.name]"],
        "roles": ["[=service.name]-read", "[=service.name]-write"]}}]}]}
    ports:
      - "127.0.0.1:8888:8888"
[#if workload.database()]

volumes:
  database:
[/#if]
