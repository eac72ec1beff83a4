[#import "/kubernetes/shared/metadata.yaml.ftl" as common]
# made by msvc; this file is yours: edit it, and the next run merges
# Names every pod, for gRPC clients that balance calls themselves: a connection through the other Service stays with one pod.
# dns:///[=workload.name]-headless:9090, with the load balancing policy round_robin
apiVersion: v1
kind: Service
[@common.metadata name=workload.name + "-headless" component="headless"/]
spec:
  type: ClusterIP
  clusterIP: None
  selector:
[@common.selector indent=4/]
  ports:
    - name: grpc
      port: 9090
      targetPort: grpc
      appProtocol: grpc
