[#ftl output_format="Markdown"]
[#if whole]
[=h] Roadmap

[#if unseen != ""]
**[=unseen]**

[/#if]
[#if order?size == 0]
Nothing can be taken out as it is.

[#else]
[#if count == 1]One context becomes a service[#else][=count] contexts become services, one after the other[/#if]: [=days] person-days[#if daysLeft != ""], [=daysLeft] of them left[/#if].
What is coupled least to what is still in the monolith goes first, so that the first service comes early and the hardest
cuts come when the team has practice. What two contexts share is paid for when the first of them goes: in any other order each
costs something else, and all together the same. Days are judgements, low to high; what findings ask for, waiting, and running
both sides come on top.

```mermaid
[#include "roadmap-order.ftl"]
```
[#if boxes?size < count]

The picture holds the first [=boxes?size] of [=count].
[/#if]

| # | context | classes | tables | entry points | cuts | days | owed to coupling | risk |[#if daysLeft != ""] done |[/#if]
|---:|---|---:|---:|---:|---:|---:|---:|---|[#if daysLeft != ""]---|[/#if]
[#list order as row]
| [=row.number] | [=row.name][#if row.with != ""] with [=row.with][/#if] | [=row.classes] | [=row.tables] | [=row.entryPoints] | [=row.cuts] | [=row.days] | [=row.coupling] | [=row.risk] |[#if daysLeft != ""] [=row.done] |[/#if]
[/#list]

Why in this order, of what is still in the monolith at each turn:

[#list order as row]
[=row.number]. [=row.name]: [=row.why]
[/#list]
[#if order?size < count]

[=count - order?size] more: `msvc roadmap -o wide`
[/#if]

[/#if]
[#list left]
[=h]# Left in the monolith

| context | why |
|---|---|
[#items as each]
| [=each.name] | [=each.why] |
[/#items]
[#if moreLeft > 0]

[=moreLeft] more: `msvc roadmap -o wide`
[/#if]

[/#list]
[=h]# The five steps of each context

One context is finished before the next begins. Each step can be undone before the next one is done. Forecasts below count places
that the boundary turns into remote calls; those that a loop runs are called once a row, and not once a request.

| step | how | done when | way back |
|---|---|---|---|
[#list steps as step]
| [=step?counter]. [=step.title] | [=step.how] | [=step.doneWhen] | [=step.wayBack] |
[/#list]

[/#if]
[#list chapters as chapter]
[=h][#if whole]#[/#if] [#if chapter.row.number != ""][=chapter.row.number]. [/#if][=chapter.row.name]

[#if chapter.together != ""]
[=chapter.together?cap_first], so they are one service.

[/#if]
[=chapter.size]. [=chapter.row.days] person-days, [=chapter.row.coupling] of them for what it
shares with what is still in the monolith: [=chapter.row.why].

Risk: **[=chapter.row.risk]**

[#list chapter.risks]
[#items as reason]
- [=reason]
[/#items]

[/#list]
| step | days | cuts | mostly |[#if chapter.row.done != ""] state |[/#if]
|---|---:|---:|---|[#if chapter.row.done != ""]---|[/#if]
[#list chapter.steps as step]
| [=step?counter]. [=step.title] | [=step.days] | [=step.cuts] | [=step.mostly] |[#if chapter.row.done != ""] [=step.state] |[/#if]
[/#list]

[#list chapter.cuts]
What is one today and is cut, what hurts most first:

| kind | what | to do | where |
|---|---|---|---|
[#items as each]
| [=each.kind] | `[=each.subject]` | [=each.advice] | [#if each.place != ""]`[=each.place]`[/#if] |
[/#items]

[#if chapter.rest != ""]
[=chapter.rest]

[/#if]
[/#list]
Forecast: [=chapter.forecast]

[#list chapter.requests]
| entry point | calls across | once a row | such as |
|---|---:|---:|---|
[#items as each]
| `[=each.id]` | [=each.calls] | [=each.repeated] | `[=each.first]` |
[/#items]

[/#list]
[#list chapter.tables]
Tables that move: [#items as each]`[=each]`[#sep], [/#sep][/#items]

[/#list]
[#list chapter.entryPoints]
Entry points that move: [#items as each]`[=each]`[#sep], [/#sep][/#items]

[/#list]
[/#list]
[#if more > 0]
[=more] more contexts have no chapter here: `msvc roadmap -b CONTEXT`
[/#if]
