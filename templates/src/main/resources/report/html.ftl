[#ftl output_format="HTML-text"]
<!DOCTYPE html>
<!-- made by msvc -->
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '[=style.hash]'; script-src '[=script.hash]'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>[#if system?has_content][=system]: [/#if]bounded contexts</title>
<style>[=style.text?no_esc]</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
  <div class="bar">
    <a class="brand" href="#">[=system?has_content?then(system, "Bounded contexts")]</a>
    <div id="search" class="search" hidden></div>
  </div>
  <nav id="nav" class="nav" aria-label="Lists" hidden></nav>
</header>
<main id="main" tabindex="-1">
<div id="home">
<section id="overview" class="overview" aria-labelledby="overview-title">
  <h1 id="overview-title" tabindex="-1">Bounded contexts[#if system?has_content] of <bdi>[=system]</bdi>[/#if]</h1>
[#if warning?has_content]
  <p class="warning" role="note"><strong>Read this first.</strong> [=warning]</p>
[/#if]
[#list failed as each]
  <p class="warning" role="note"><strong>Facts are missing.</strong> [=each]</p>
[/#list]
  <ul class="figures">
[#list figures as each]
    <li><b>[=each.value]</b> [=each.name]</li>
[/#list]
  </ul>
  <div class="cards">
    <div class="card good">
      <h2>[#if advice.startWith?has_content]Start with <bdi data-link="context">[=advice.startWith]</bdi>[#else]No context is easy to start with[/#if]</h2>
      <p>[=advice.why]</p>
    </div>
    <div class="card hold">
      <h2>[#if advice.leaveAlone?has_content]Leave <bdi data-link="context">[=advice.leaveAlone]</bdi> alone for now[#else]No context must be left alone[/#if]</h2>
      <p>[=advice.whyNot]</p>
    </div>
  </div>
  <div class="cards">
    <div class="card">
      <h2>How much was understood</h2>
      <table class="plain">
        <caption class="aside">Of what was found in the code, the mappings and the database's files</caption>
        <thead><tr><th scope="col">What</th><th scope="col" class="number">Understood</th><th scope="col" class="number">Share</th></tr></thead>
        <tbody>
[#list coverage as each]
          <tr><th scope="row">[=each.what]</th><td class="number">[=each.of]</td><td class="share">[#if !each.none]<svg class="meter" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="rail" width="100" height="6"/><rect class="fill" width="[=each.percent]" height="6"/></svg>[=each.percent] %[/#if]</td></tr>
[/#list]
        </tbody>
      </table>
    </div>
    <div class="card">
      <h2>[#if contested?has_content]Other contexts write <span data-go="tables">[=contestedCount]</span>[#else]No table has several writers[/#if]</h2>
[#list contested]
      <table class="plain">
        <caption class="aside">Those with most writers first</caption>
        <thead><tr><th scope="col">Table</th><th scope="col">Owner</th><th scope="col">Written by</th><th scope="col" class="number">Foreign writes</th></tr></thead>
        <tbody>
[#items as each]
          <tr><th scope="row"><code data-link="table">[=each.name]</code></th><td><bdi>[=each.owner]</bdi></td><td><bdi>[=each.writers]</bdi></td><td class="number">[=each.foreignWrites]</td></tr>
[/#items]
        </tbody>
      </table>
[#else]
      <p>No table was seen to be written from outside the context that owns it.</p>
[/#list]
    </div>
  </div>
[#list findings]
  <div class="card">
    <h2>What kills migrations: <span data-go="findings">[=findingCount]</span></h2>
    <p class="aside">The most dangerous of each rule</p>
    <ul class="dangers">
[#items as each]
      <li><span class="tag [=each.severity]">[=each.severity]</span> <code>[=each.rule]</code> [=each.message]</li>
[/#items]
    </ul>
  </div>
[/#list]
</section>
[#if contexts?has_content]
<section id="map" aria-labelledby="map-title">
  <h2 id="map-title" tabindex="-1">Map of the contexts</h2>
  <div id="map-tools" class="tools" hidden></div>
  <div class="chart">
    <div id="pictures" class="pictures">
[#list pictures as picture]
      <svg class="picture [=picture.kind]" viewBox="0 0 [=picture.width] [=picture.height]" role="group" aria-label="Contexts, and what they use of each other" data-telling="[=picture.telling]">
        <g class="arrows">
[#list picture.arrows as each]
          <g class="arrow[#if each.writes] writes[/#if][#if each.main] main[#elseif each.rank > picture.telling] off[/#if]" data-from="[=each.from]" data-to="[=each.to]" data-rank="[=each.rank]"><title>[=each.says]</title><path class="hit" d="[=each.shaft]"/><path class="shaft" d="[=each.shaft]" stroke-width="[=each.width]"/><path class="head" d="[=each.head]"/></g>
[/#list]
        </g>
        <g class="nodes">
[#list picture.nodes as each]
          <a class="node" data-index="[=each.index]" aria-label="[=each.says]"><title>[=each.says]</title><circle cx="[=each.x]" cy="[=each.y]" r="[=each.r]"/><text class="label" x="[=each.x]" y="[=each.labelY]">[=each.label]</text><text class="size" x="[=each.x]" y="[=each.sizeY]">[=each.size]</text>[#if each.contested > 0]<g class="mark"><circle cx="[=each.markX]" cy="[=each.markY]" r="8"/><text x="[=each.markX]" y="[=each.markY + 4]">[=each.contested]</text></g>[/#if]</a>
[/#list]
        </g>
      </svg>
[/#list]
      <p class="legend">A circle is a context, as large as its number of classes. An arrow goes from the one that uses to the one that is used, as thick as
        there are uses; <span class="key writes">dashed</span> where tables of the other are written. Contexts that use others stand above those that are used.
        <span class="key mark">3</span> says how many tables of a context others write. Of one that is chosen, what it uses is blue, and what uses it green.[#if notDrawn > 0] [=notDrawn] smaller contexts are not drawn.[/#if]</p>
    </div>
    <div id="cells" class="matrix" hidden></div>
    <aside id="panel" class="panel" aria-label="What is chosen" hidden></aside>
  </div>
</section>
[/#if]
<section id="contexts" aria-labelledby="contexts-title">
  <h2 id="contexts-title" tabindex="-1">Contexts</h2>
[#list contexts]
  <table class="plain wide">
    <thead><tr><th scope="col">Context</th><th scope="col" class="number">Classes</th><th scope="col" class="number">Tables</th><th scope="col" class="number">Entry points</th><th scope="col" class="number">Crossing</th><th scope="col" class="number">Out</th><th scope="col" class="number">In</th><th scope="col" class="number">Foreign tables</th></tr></thead>
    <tbody>
[#items as each]
      <tr><th scope="row"><bdi>[=each.name]</bdi></th><td class="number">[=each.classes]</td><td class="number">[=each.tables]</td><td class="number">[=each.entryPoints]</td><td class="number">[=each.crossing] %</td><td class="number">[=each.outgoing]</td><td class="number">[=each.incoming]</td><td class="number">[=each.foreign]</td></tr>
[/#items]
    </tbody>
  </table>
[#else]
  <p>No contexts were found.</p>
[/#list]
  <p class="aside">In no context: [=outside]. To decide: <span data-go="questions">[=questions]</span>.[#if moreContexts > 0] [=moreContexts] more contexts: msvc get contexts[/#if]</p>
</section>
<section id="roadmap" aria-labelledby="roadmap-title">
  <h2 id="roadmap-title" tabindex="-1">Order of extraction</h2>
[#list order]
  <p class="aside">[=days] person-days in all. A range is what it takes where all goes well, and where it does not.</p>
  <table class="plain wide">
    <thead><tr><th scope="col" class="number">#</th><th scope="col">Context</th><th scope="col" class="number">Classes</th><th scope="col" class="number">Tables</th><th scope="col" class="number">Days</th><th scope="col">Risk</th><th scope="col">Why here</th></tr></thead>
    <tbody>
[#items as each]
      <tr><td class="number">[=each.turn]</td><th scope="row"><bdi>[=each.name]</bdi></th><td class="number">[=each.classes]</td><td class="number">[=each.tables]</td><td class="number">[=each.days]</td><td><span class="tag [=each.risk]">[=each.risk]</span></td><td>[=each.why]</td></tr>
[/#items]
    </tbody>
  </table>
[#else]
  <p>Nothing can be taken out as it is.</p>
[/#list]
[#list leave]
  <h3>Left in the monolith</h3>
  <table class="plain wide">
    <thead><tr><th scope="col">Context</th><th scope="col" class="number">Classes</th><th scope="col" class="number">Tables</th><th scope="col">Why</th></tr></thead>
    <tbody>
[#items as each]
      <tr><th scope="row"><bdi>[=each.name]</bdi></th><td class="number">[=each.classes]</td><td class="number">[=each.tables]</td><td>[=each.why]</td></tr>
[/#items]
    </tbody>
  </table>
[/#list]
</section>
</div>
<div id="view" hidden></div>
</main>
<footer>
  <p>Made by msvc: places are relative to the analysed folder. What is not here, and the command that lists it:</p>
  <ul>
[#list omitted as each]
    <li>[=each]</li>
[/#list]
  </ul>
</footer>
<script id="data" type="application/json">[=json?no_esc]</script>
<script>[=script.text?no_esc]</script>
</body>
</html>
