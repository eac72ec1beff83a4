[#ftl output_format="Markdown"]
<!-- made by msvc -->
# Bounded contexts

[=size].

## How much was understood

[#if unseen != ""]
**[=unseen]**

[/#if]
| what | understood | of |
|---|---:|---:|
[#list coverage as row]
| [=row.what] | [=row.share.read] | [=row.share.all] |
[/#list]

[#list unread]
Not understood:

[#items as each]
- `[=each]`
[/#items]
[/#list]

## Where to start

[#list advice as sentence]
- [=sentence]
[#else]
Nothing is advised.
[/#list]

## Tables that more than one context writes

[#list contested]
| table | owner | written by | writes of others |
|---|---|---|---:|
[#items as table]
| `[=table.name]` | [=table.owner] | [=table.writers] | [=table.foreignWrites] |
[/#items]
[#else]
None.
[/#list]

## Map

```mermaid
[#include "mermaid.ftl"]
```

[#include "roadmap.ftl"]
[#list contexts as context]
## Context [=context.name]

[#list context.evidence as sentence]
- [=sentence]
[/#list]
- [=context.coupling.outgoing] references go out, [=context.coupling.incoming] come in, [=context.coupling.internal] stay inside.

[#list context.tables]
| table | reason |
|---|---|
[#items as table]
| `[=table.name]` | [=table.reason] |
[/#items]

[/#list]
[#list context.entryPoints]
| entry point | place |
|---|---|
[#items as entry]
| `[=entry.name]` | `[=entry.reason]` |
[/#items]

[/#list]
[#list context.classes as class]
- `[=class]`
[/#list]

[/#list]
## Classes of no context

[#list unplaced]
| class | list | nearest | reason |
|---|---|---|---|
[#items as each]
| `[=each.name]` | [=each.list] | [=each.nearest] | [=each.reason] |
[/#items]
[#else]
None.
[/#list]

## Writes of tables of other contexts

[#list foreignWrites]
| table | by | place |
|---|---|---|
[#items as each]
| `[=each.table]` | `[=each.by]` | `[=each.place]` |
[/#items]
[#else]
None.
[/#list]

[#list omitted as sentence]
- [=sentence]
[/#list]
