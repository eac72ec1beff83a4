# made by msvc; this file is yours: edit it, and the next run merges
openapi: 3.1.0
info:
  title: "[=service.name]"
  version: "1"
  [#if service.description?has_content]
  description: "[=service.description]"
  [/#if]
servers:
  - url: "https://[=service.name].[=organisation.domain]"
security:
  - token: []
[#if service.options.apiKeys]
  - key: []
[/#if]
tags:
  [#list service.aggregates as aggregate]
  - name: "[=aggregate.name]"
  [/#list]
paths:
  [#list api.paths as path]
  [=path.path]:
    [#if path.id?has_content]
    parameters:
      - name: id
        in: path
        required: true
        schema:
          [#list path.id as line]
          [=line.before?no_esc][#if line.quoted]"[=line.text]"[/#if]
          [/#list]
    [/#if]
    [#list path.operations as operation]
    [=operation.verb]:
      operationId: [=operation.id]
      summary: [=operation.summary]
      tags: ["[=operation.tag]"]
      security:
        - token: ["[=operation.role]"]
        [#if service.options.apiKeys]
        - key: ["[=operation.role]"]
        [/#if]
      [#if operation.parameters?has_content]
      parameters:
        [#list operation.parameters as parameter]
        - $ref: "#/components/parameters/[=parameter]"
        [/#list]
      [/#if]
      [#if operation.body?has_content]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: "#/components/schemas/[=operation.body]"
      [/#if]
      responses:
        "[=operation.status]":
          description: [#if operation.answer?has_content]what is there now[#else]done[/#if]
          [#if operation.headers?has_content]
          headers:
            [#list operation.headers as header]
            [=header]:
              $ref: "#/components/headers/[=header]"
            [/#list]
          [/#if]
          [#if operation.answer?has_content]
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/[=operation.answer]"
          [/#if]
        [#list operation.problems as status]
        "[=status]":
          $ref: "#/components/responses/Problem"
        [/#list]
        default:
          $ref: "#/components/responses/Problem"
    [/#list]
  [/#list]
components:
  securitySchemes:
    token:
      type: http
      scheme: bearer
      bearerFormat: JWT
      description: a token of the issuer, with the role that the operation names
    [#if service.options.apiKeys]
    key:
      type: apiKey
      in: header
      name: X-API-Key
      description: a key whose caller has that role, in place of a token
    [/#if]
  parameters:
    ChosenId:
      name: id
      in: query
      required: true
      description: chosen by the caller
      schema:
        type: string
        minLength: 1
        maxLength: 255
    IfMatch:
      name: If-Match
      in: header
      description: the ETag that was read, if it matters
      schema:
        type: string
    IfMatchRequired:
      name: If-Match
      in: header
      required: true
      description: the ETag that was read
      schema:
        type: string
    PageSize:
      name: pageSize
      in: query
      description: 0 for 50
      schema:
        type: integer
        format: int32
        minimum: 0
        maximum: 200
        default: 0
    PageToken:
      name: pageToken
      in: query
      description: nextPageToken of the page before
      schema:
        type: string
  headers:
    ETag:
      description: the version, for If-Match
      required: true
      schema:
        type: string
    Location:
      description: where it is
      required: true
      schema:
        type: string
        format: uri-reference
  responses:
    Problem:
      description: what is wrong, after RFC 9457
      content:
        application/problem+json:
          schema:
            type: object
            properties:
              type:
                type: string
                format: uri-reference
              title:
                type: string
              status:
                type: integer
              detail:
                type: string
              instance:
                type: string
                format: uri-reference
              errors:
                description: what is wrong with each field
                type: array
                items:
                  type: object
                  required: [field]
                  properties:
                    field:
                      type: string
                    detail:
                      type: [string, "null"]
  schemas:
    [#list api.schemas as schema]
    [=schema.key?no_esc]:
      [#list schema.lines as line]
      [=line.before?no_esc][#if line.quoted]"[=line.text]"[/#if]
      [/#list]
    [/#list]
