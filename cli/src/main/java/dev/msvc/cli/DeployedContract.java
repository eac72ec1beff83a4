package dev.msvc.cli;

import dev.msvc.model.service.MadeFiles;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;

/** Keeps the contract that was deployed, so that the next one can be compared with it. */
final class DeployedContract {
  private DeployedContract() {}

  /** Keeps that of a generated service's folder; any other has none. */
  static void keep(Path root) {
    Path made = root.resolve(MadeFiles.FOLDER);
    if (!Files.isDirectory(made, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    SortedMap<String, byte[]> now = ContractCheck.on(root);
    Path kept = root.resolve(ContractCheck.DEPLOYED);
    SortedMap<String, byte[]> before = ContractCheck.on(kept);
    boolean same =
        now.keySet().equals(before.keySet())
            && now.entrySet().stream()
                .allMatch(each -> Arrays.equals(each.getValue(), before.get(each.getKey())));
    if (!now.isEmpty() && !same) {
      new Workspace().swap(kept, now);
    }
  }
}
