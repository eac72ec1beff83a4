[#macro built type start fields]
[#assign optional = fields?filter(each -> each.optional)]
[#assign chain][=type].newBuilder()[=start][#list fields as field][#if !field.optional][=field.setter?no_esc][/#if][/#list][/#assign]
[#if optional?has_content]
    [=type].Builder message = [=chain];
[#list optional as field]
    if ([=field.owned] != null) {
      message[=field.setter?no_esc];
    }
[/#list]
    return message.build();
[#else]
    return [=chain].build();
[/#if]
[/#macro]
[#macro record it]

  static [=it.name] [=it.variable]([=it.proto] message) {
    return new [=it.name]([#if it.owner?has_content]message.hasId() ? ValueMessages.uuid(message.getId()) : null[#if it.fields?has_content], [/#if][/#if][#list it.fields as field][=field.fromMessage?no_esc][#sep], [/#list]);
  }

  static [=it.proto] message([=it.name] [=it.variable]) {
[@built it.proto it.owner?has_content?then(".setId(" + it.variable + ".id().toString())", "") it.fields/]
  }
[/#macro]
[#macro choice it]

  static [=it.name] [=it.variable]([=it.proto] message) {
    return switch (message) {
[#list it.labels as label]
      case [=label.proto] -> [=it.name].[=label.name];
[/#list]
      default -> throw new InvalidValueException("[=it.variable]", "must be given");
    };
  }

  static [=it.proto] message([=it.name] [=it.variable]) {
    return switch ([=it.variable]) {
[#list it.labels as label]
      case [=label.name] -> [=it.proto].[=label.proto];
[/#list]
    };
  }
[/#macro]
[#macro kinds it]

  static [=it.name] [=it.variable]([=it.proto] message) {
    return switch (message.getKindCase()) {
[#list it.kinds as kind]
      case [=kind.caseName] -> [=kind.variable](message.get[=kind.accessor]());
[/#list]
      case KIND_NOT_SET -> throw new InvalidValueException("[=it.variable]", "must be given");
    };
  }

  static [=it.proto] message([=it.name] [=it.variable]) {
[#list it.kinds as kind]
[#if kind?is_last]
    return [=it.proto].newBuilder().set[=kind.accessor](message(([=kind.name]) [=it.variable])).build();
[#else]
    if ([=it.variable] instanceof [=kind.name] it) {
      return [=it.proto].newBuilder().set[=kind.accessor](message(it)).build();
    }
[/#if]
[/#list]
  }
[/#macro]
