{{/* The name of a part: <release>-<part>. */}}
{{- define "tocsin.name" -}}
{{- printf "%s-%s" .root.Release.Name .part | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "tocsin.labels" -}}
app.kubernetes.io/name: tocsin
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
app.kubernetes.io/version: {{ .root.Values.image.tag | default .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{- define "tocsin.selector" -}}
app.kubernetes.io/name: tocsin
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end -}}

{{- define "tocsin.image" -}}
{{- printf "%s-%s:%s" .root.Values.image.repository .part (.root.Values.image.tag | default .root.Chart.AppVersion) -}}
{{- end -}}

{{/* What every pod of ours is: nobody special, with nothing to write to and no way to the cluster's API. */}}
{{- define "tocsin.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  runAsGroup: 1000
  fsGroup: 1000
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile: { type: RuntimeDefault }
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "tocsin.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end -}}

{{/* How Kafka is reached, as the principal .user. */}}
{{- define "tocsin.kafkaEnv" -}}
- name: KAFKA_BROKERS
  value: {{ required "kafka.brokers is required" .root.Values.kafka.brokers | quote }}
- name: TOCSIN_KAFKA_REPLICATION_FACTOR
  value: {{ .root.Values.kafka.replicationFactor | quote }}
- name: TOCSIN_KAFKA_TLS
  value: {{ ternary "on" "off" .root.Values.kafka.tls | quote }}
{{- if .root.Values.kafka.caSecret }}
- name: TOCSIN_KAFKA_CA_FILE
  value: /etc/tocsin/kafka-ca/ca.crt
{{- end }}
{{- with .root.Values.kafka.saslMechanism }}
- name: TOCSIN_KAFKA_SASL_MECHANISM
  value: {{ . | quote }}
- name: TOCSIN_KAFKA_USERNAME
  value: {{ $.user | quote }}
- name: TOCSIN_KAFKA_PASSWORD_FILE
  value: /etc/tocsin/kafka/password
{{- end }}
{{- end -}}

{{- define "tocsin.kafkaMounts" -}}
{{- if .Values.kafka.caSecret }}
- { name: kafka-ca, mountPath: /etc/tocsin/kafka-ca, readOnly: true }
{{- end }}
{{- if .Values.kafka.saslMechanism }}
- { name: kafka, mountPath: /etc/tocsin/kafka, readOnly: true }
{{- end }}
{{- end -}}

{{- define "tocsin.kafkaVolumes" -}}
{{- if .root.Values.kafka.caSecret }}
- name: kafka-ca
  secret: { secretName: {{ .root.Values.kafka.caSecret }}, items: [{ key: ca.crt, path: ca.crt }] }
{{- end }}
{{- if .root.Values.kafka.saslMechanism }}
- name: kafka
  secret:
    secretName: {{ required "kafka.passwordSecret is required with SASL" .root.Values.kafka.passwordSecret }}
    items: [{ key: {{ .user | quote }}, path: password }]
{{- end }}
{{- end -}}

{{/* What each service reads from Kafka; a spec holds this against the contracts. */}}
{{- define "tocsin.topics" -}}
extractor: [article-fetched, article-fetched-backfill]
deduplicator: [incident-extracted, incident-curated]
store: [article-extracted, article-deduplicated, article-settled, incident-revised]
{{- end -}}
