# made by msvc; this file is yours: edit it, and the next run merges
# docker compose up --build
services:
  [=service.name]:
    build: .
    ports:
      - "127.0.0.1:8080:8080"
      - "127.0.0.1:9090:9090"
