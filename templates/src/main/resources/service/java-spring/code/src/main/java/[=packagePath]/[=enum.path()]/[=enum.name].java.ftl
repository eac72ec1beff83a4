// made by msvc; this file is yours: edit it, and the next run merges
package [=package].[=enum.packageName];

public enum [=enum.name] {
[#list enum.labels as label]
  [=label.name][#sep],[/#sep]
[/#list]
}
