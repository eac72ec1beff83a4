[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
apiVersion: v1
kind: Service
[@common.metadata name=workload.name description=workload.description/]
spec:
  type: ClusterIP
  selector:
[@common.selector indent=4/]
  ports:
    - name: http
      port: 80
      targetPort: http
      appProtocol: http
    - name: grpc
      port: 9090
      targetPort: grpc
      appProtocol: grpc
    # health and metrics; networkpolicy.yaml says who may
    - name: management
      port: 8081
      targetPort: management
      appProtocol: http
