# made by msvc; this file is yours: edit it, and the next run merges
version: v2
modules:
  - path: src/main/proto
  # what our files import, as its makers publish it; not ours to lint
  - path: src/main/proto-vendor
    lint:
      ignore:
        - src/main/proto-vendor
    breaking:
      ignore:
        - src/main/proto-vendor
lint:
  use:
    - STANDARD
breaking:
  use:
    # what callers send and read keeps its meaning, in binary and in JSON, and no call goes away
    - WIRE_JSON
    - RPC_NO_DELETE
    - PACKAGE_SERVICE_NO_DELETE
  except:
    # a field that comes back gets the number that it had: proto.lock sees to it
    - RESERVED_ENUM_NO_DELETE
    - RESERVED_MESSAGE_NO_DELETE
