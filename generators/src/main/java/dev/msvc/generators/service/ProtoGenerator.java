package dev.msvc.generators.service;

import dev.msvc.generators.proto.NumberLock;
import dev.msvc.generators.proto.ProtoContract;
import dev.msvc.model.PlannedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The contract that others call the service by, what it imports, and the numbers that it keeps. */
final class ProtoGenerator implements Generator {
  @Override
  public List<PlannedFile> files(Blueprint blueprint) {
    ProtoContract contract =
        ProtoContract.of(
            blueprint.service(),
            NumberLock.read(blueprint.kept().getOrDefault(NumberLock.FILE, "")));
    List<PlannedFile> files =
        new ArrayList<>(
            blueprint
                .scaffold(Map.of("contract", contract), Map.of("file", contract.files()))
                .files(List.of("proto/base")));
    files.add(new PlannedFile(NumberLock.FILE, contract.lock().text(), "proto"));
    return files;
  }
}
