[#macro made of]
[#assign name = of.name]
[#if of.creates()]
[#if of.id.given()]
    Rest.Reply created = rest.post("[=of.path]?id=" + [=name.type]Samples.id(), [=name.type]Samples.json());
[#else]
    Rest.Reply created = rest.post("[=of.path]", [=name.type]Samples.json());
[/#if]
    String path = created.header("Location");
[#else]
    String path = "[=of.path]/" + [=name.variables].save(new [=name.type]([#if of.id.given()][=name.type]Samples.id()[#else][=name.variables].nextId()[/#if], [=name.type]Samples.details())).id();
[/#if]
[/#macro]
