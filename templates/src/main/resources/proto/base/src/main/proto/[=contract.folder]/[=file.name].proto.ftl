// made by msvc; this file is yours: edit it, and the next run merges
syntax = "proto3";

package [=contract.packageName];
[#if file.imports?has_content]

[/#if]
[#list file.imports as each]
import "[=each]";
[/#list]

option java_outer_classname = "[=file.outerClass]";
option java_package = "[=contract.javaPackage]";
[#list file.services as service]

service [=service.name] {
  [#list service.methods as method]
    [#list method.comment as line]
  // [=line?no_esc]
    [/#list]
  rpc [=method.name]([=method.name]Request) returns ([#if method.streams]stream [/#if][=method.name]Response)[#if method.http?has_content] {[#else];[/#if]
    [#list method.http as line]
    [=line.before?no_esc][#if line.quoted][=line.text][/#if][=line.after?no_esc]
    [/#list]
    [#if method.http?has_content]
  }
    [/#if]
  [/#list]
}
[/#list]
[#list file.enums as each]

enum [=each.name] {
  [#list each.reserved as line]
  [=line.before?no_esc][#if line.quoted][=line.text][/#if][=line.after?no_esc]
  [/#list]
  [=each.unspecified] = 0;
  [#list each.values as value]
  [=value.name] = [=value.number];
  [/#list]
}
[/#list]
[#list file.messages as message]

  [#list message.comment as line]
// [=line?no_esc]
  [/#list]
  [#if message.empty]
message [=message.name] {}
  [#else]
message [=message.name] {
    [#list message.reserved as line]
  [=line.before?no_esc][#if line.quoted][=line.text][/#if][=line.after?no_esc]
    [/#list]
    [#if message.choice]
  oneof [=message.kinds] {
    option ([=contract.root]buf.validate.oneof).required = true;
    [/#if]
    [#list message.fields as field]
      [#list field.comment as line]
  // [=line?no_esc]
      [/#list]
      [#list field.lines as line]
  [#if message.choice]  [/#if][=line.before?no_esc][#if line.quoted][=line.text][/#if][=line.after?no_esc]
      [/#list]
    [/#list]
    [#if message.choice]
  }
    [/#if]
}
  [/#if]
[/#list]
