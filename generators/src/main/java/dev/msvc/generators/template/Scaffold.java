package dev.msvc.generators.template;

import dev.msvc.model.PlannedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files from folders of templates. The path below the folder is the path of the file; names may
 * stand in it as {@code [=packagePath]}, and one that stands for several, as {@code
 * [=aggregate.name]}, makes a file of each.
 *
 * @param templates where they are
 * @param data what names mean
 * @param each what a name stands for in turn, by that name
 */
public record Scaffold(
    Templates templates, Map<String, ?> data, Map<String, ? extends List<?>> each) {

  /**
   * The files of folders laid over each other: what a later one has, replaces what was there.
   *
   * @param folders of templates, the base first
   */
  public List<PlannedFile> files(List<String> folders) {
    Map<String, String> sources = new TreeMap<>();
    for (String folder : folders) {
      for (String name : templates.names(folder)) {
        sources.put(name.substring(folder.length() + 1), name);
      }
    }
    List<PlannedFile> files = new ArrayList<>();
    sources.forEach((path, name) -> files.addAll(files(path, name)));
    return files;
  }

  private List<PlannedFile> files(String path, String name) {
    for (Map.Entry<String, ? extends List<?>> repeated : each.entrySet()) {
      String key = repeated.getKey();
      if (path.contains("[=" + key + ".") || path.contains("[=" + key + "]")) {
        List<PlannedFile> files = new ArrayList<>();
        for (Object one : repeated.getValue()) {
          Map<String, Object> with = new HashMap<>(data);
          with.put(key, one);
          files.add(file(path, name, with));
        }
        return files;
      }
    }
    return List.of(file(path, name, data));
  }

  private PlannedFile file(String path, String name, Map<String, ?> with) {
    try {
      return new PlannedFile(templates.path(path, with), templates.text(name, with), name);
    } catch (IllegalArgumentException e) {
      throw templates.wrong(name, e);
    }
  }
}
