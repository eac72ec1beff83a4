{{/* made by msvc; this file is yours: edit it, and the next run merges */}}

{{/* The name of the service. */}}
{{- define "shop-orders.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 50 | trimSuffix "-" }}
{{- end }}

{{/* The name of objects: that of the release where it has the service's in it, else both. Names are made from it, so it is short. */}}
{{- define "shop-orders.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 50 | trimSuffix "-" }}
{{- else }}
{{- $name := include "shop-orders.name" . }}
{{- if contains $name .Release.Name }}
{{- .Release.Name | trunc 50 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name $name | trunc 50 | trimSuffix "-" }}
{{- end }}
{{- end }}
{{- end }}

{{/* The tag of the image. */}}
{{- define "shop-orders.version" -}}
{{- .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{/* What every object is labelled with. */}}
{{- define "shop-orders.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "shop-orders.selectorLabels" . }}
app.kubernetes.io/version: {{ include "shop-orders.version" . | trunc 63 | trimAll "-_." | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* What its pods are found by. */}}
{{- define "shop-orders.selectorLabels" -}}
app.kubernetes.io/name: {{ include "shop-orders.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}
