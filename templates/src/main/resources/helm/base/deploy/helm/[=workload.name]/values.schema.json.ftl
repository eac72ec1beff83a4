{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "type": "object",
  "additionalProperties": false,
  "required": ["image", "config", "resources", "autoscaling"],
  "properties": {
    "global": {"type": "object"},
    "nameOverride": {"type": "string", "maxLength": 63},
    "fullnameOverride": {"type": "string", "maxLength": 63},
    "image": {
      "type": "object",
      "additionalProperties": false,
      "required": ["repository"],
      "properties": {
        "repository": {"type": "string", "minLength": 1},
        "tag": {"type": "string"},
        "pullPolicy": {"enum": ["Always", "IfNotPresent", "Never"]}
      }
    },
    "imagePullSecrets": {"type": "array", "items": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}},
    "commonLabels": {"$ref": "#/definitions/texts"},
    "podLabels": {"$ref": "#/definitions/texts"},
    "podAnnotations": {"$ref": "#/definitions/texts"},
    "config": {
      "type": "object",
      "propertyNames": {"pattern": "^[A-Za-z_][A-Za-z0-9_]*$"},
      "additionalProperties": {"type": "string"}
    },
    "live": {
      "type": "object",
      "propertyNames": {"pattern": "^(logging[.]level[.][A-Za-z0-9_.$]+|tracing[.]sampling)$"},
      "additionalProperties": {"type": ["string", "number"]}
    },
[#if workload.database]
    "database": {
      "type": "object",
      "additionalProperties": false,
      "required": ["secret"],
      "properties": {"secret": {"type": "string", "minLength": 1}}
    },
[/#if]
[#if workload.consul]
    "consul": {
      "type": "object",
      "additionalProperties": false,
      "required": ["secret"],
      "properties": {"secret": {"type": "string", "minLength": 1}}
    },
[/#if]
[#if workload.apiKeys]
    "apiKeys": {
      "type": "object",
      "additionalProperties": false,
      "required": ["secret"],
      "properties": {"secret": {"type": "string", "minLength": 1}}
    },
[/#if]
[#if workload.externalSecrets]
    "externalSecret": {
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "enabled": {"type": "boolean"},
        "refreshInterval": {"type": "string"},
        "store": {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "kind": {"enum": ["ClusterSecretStore", "SecretStore"]},
            "name": {"type": "string", "minLength": 1}
          }
        },
        "key": {"type": "string", "minLength": 1}
      }
    },
[/#if]
    "replicas": {"type": "integer", "minimum": 0},
    "resources": {"type": "object"},
    "autoscaling": {
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "enabled": {"type": "boolean"},
        "minReplicas": {"type": "integer", "minimum": 1},
        "maxReplicas": {"type": "integer", "minimum": 1},
        "cpuPercent": {"type": "integer", "minimum": 1, "maximum": 1000},
        "requestsPerSecond": {"type": ["string", "number"]}
      }
    },
    "verticalAutoscaling": {
      "type": "object",
      "additionalProperties": false,
      "properties": {"enabled": {"type": "boolean"}}
    },
    "podDisruptionBudget": {
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "enabled": {"type": "boolean"},
        "maxUnavailable": {"type": ["integer", "string"]}
      }
    },
    "networkPolicy": {
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "enabled": {"type": "boolean"},
        "gatewayNamespace": {"type": "string"},
        "monitoringNamespace": {"type": "string"},
        "moreIngress": {"type": "array", "items": {"type": "object"}},
        "moreEgress": {"type": "array", "items": {"type": "object"}}
      }
    },
[#if workload.gatewayApi]
    "gateway": {
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "enabled": {"type": "boolean"},
        "name": {"type": "string", "minLength": 1},
        "namespace": {"type": "string", "minLength": 1},
        "host": {"type": "string", "minLength": 1},
        "grpcHost": {"type": "string", "minLength": 1}
      }
    },
[/#if]
[#if workload.mesh]
    "mesh": {
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "enabled": {"type": "boolean"},
        "issuer": {"type": "string", "minLength": 1},
        "host": {"type": "string"},
        "canaryPercent": {"type": "integer", "minimum": 0, "maximum": 100}
      }
    },
[/#if]
    "nodeSelector": {"$ref": "#/definitions/texts"},
    "tolerations": {"type": "array", "items": {"type": "object"}},
    "affinity": {"type": "object"},
    "test": {
      "type": "object",
      "additionalProperties": false,
      "properties": {"image": {"type": "string", "minLength": 1}}
    }
  },
  "definitions": {
    "texts": {"type": "object", "additionalProperties": {"type": "string"}}
  }
}
