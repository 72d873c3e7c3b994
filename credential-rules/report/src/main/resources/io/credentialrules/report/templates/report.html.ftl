<#ftl output_format="markup">
<#import "picture.ftl" as picture>
<#macro sign state><svg class="icon sign ${state}" viewBox="0 0 16 16" width="18" height="18" aria-hidden="true" focusable="false"><use href="#sign-${state}"/></svg></#macro>
<#macro item it>
<li class="item ${it.state}">
<p class="head"><@sign it.state/><span class="what">${it.name}</span> <strong class="badge ${it.state}">${it.word}</strong></p>
<#if it.measure?has_content><p class="measure">${it.measure}</p></#if>
<#if it.state != "MET" && it.state != "UNMET" && it.why?has_content><p>${it.why}</p></#if>
<#if it.missing?has_content>
<div class="missing">
<p class="label">${say('page.missing')}</p>
<#list it.missing as lack>
<#if lack.heading?has_content><p class="way">${lack.heading}</p></#if>
<ul>
<#list lack.lines as line>
<li>${line.text} <span class="place" title="${say('page.place', 'place', line.place)}">${line.place}</span>
<#if line.nearest?has_content><ul><#list line.nearest as near><li>${near}</li></#list></ul></#if></li>
</#list>
</ul>
</#list>
</div>
</#if>
<#if it.parts?has_content>
<ul><#list it.parts as part><li>${part.text}<#if part.nearest?has_content><ul><#list part.nearest as near><li>${near}</li></#list></ul></#if></li></#list></ul>
</#if>
<#if it.evidence?has_content>
<table class="proofs">
<caption class="unseen">${say('page.evidence')}${say('page.colon', 'text', '')} ${it.name}</caption>
<thead><tr><th scope="col">${say('page.evidence.fact')}</th><th scope="col">${say('page.evidence.vetting')}</th></tr></thead>
<tbody>
<#list it.evidence as proof>
<tr><td>${proof.fact}</td><td>${proof.vetting}</td></tr>
</#list>
</tbody>
</table>
<#if it.moreEvidence?has_content><p>${it.moreEvidence}</p></#if>
</#if>
<#if it.notCounted?has_content>
<div class="missing">
<p class="label">${say('page.not-counted')}</p>
<ul><#list it.notCounted as fact><li>${fact}</li></#list></ul>
</div>
</#if>
</li>
</#macro>
<!DOCTYPE html>
<html lang="${page.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${page.title}</title>
<style>
:root{<@picture.colours/>;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{<@picture.darkColours/>}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:72rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.25rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1.35rem;line-height:1.3;margin:2.25rem 0 .75rem;padding-top:.75rem;border-top:2px solid var(--edge)}
h3{font-size:1.12rem;line-height:1.35;margin:0}
h4{font-size:1rem;margin:1rem 0 .4rem}
p{margin:.3rem 0}
ul,ol{margin:.3rem 0;padding-left:1.25rem}
a{color:var(--link)}
a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-100rem;top:0;background:var(--paper);color:var(--link);padding:.5rem 1rem;z-index:1}
.skip:focus{left:.5rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.facts{display:grid;grid-template-columns:fit-content(45%) minmax(0,1fr);gap:.15rem .9rem;margin:0;font-size:.95rem}
.facts dt{color:var(--soft)}
.facts dd{margin:0}
.digest{font-family:ui-monospace,SFMono-Regular,Consolas,monospace;font-size:.85rem}
.cards{list-style:none;margin:.75rem 0;padding:0;display:grid;gap:.9rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr))}
.card{background:var(--goodback);border:2px solid var(--good);border-radius:.6rem;padding:.8rem 1rem}
.card h3{display:flex;gap:.5rem;align-items:flex-start}
.card h3 .icon{margin-top:.15rem}
.card .facts{margin-top:.5rem}
.icon{flex:none}
figure{margin:0 0 1.25rem}
.picture{display:block;max-width:100%;height:auto}
.picture.wide{display:none}
@media (min-width:60rem){.picture.wide{display:block}.picture.narrow{display:none}}
.credential{border:1px solid var(--edge);border-radius:.6rem;padding:.9rem 1rem;margin:0 0 1.1rem;background:var(--panel)}
.credential.isEarned{border-color:var(--good)}
.title{display:flex;gap:.6rem;align-items:flex-start}
.title .icon{margin-top:.2rem}
.verdict{margin:.25rem 0 .5rem}
.verdict strong{text-transform:uppercase;letter-spacing:.03em}
.earned>.verdict strong{color:var(--good)}
.soft,.place{color:var(--soft)}
.place{font-size:.8rem;white-space:normal}
.bar{height:.5rem;border-radius:.25rem;border:1px solid var(--edge);background:var(--paper);max-width:24rem;overflow:hidden}
.bar span{display:block;height:100%;background:var(--good)}
.items{list-style:none;padding:0;margin:.5rem 0}
.item{border-top:1px solid var(--edge);padding:.6rem 0 .6rem 1.75rem;position:relative}
.item .head .icon{position:absolute;left:0;top:.8rem}
.item .what{font-weight:600}
.badge{display:inline-block;font-size:.82rem;font-weight:600;line-height:1.3;border:1.5px solid currentColor;border-radius:1rem;padding:.05rem .55rem;color:var(--stop);background:var(--paper)}
.badge.MET,.badge.WAIVED{color:var(--good)}
.badge.PENDING_REVIEW,.badge.IN_PROGRESS,.badge.EVIDENCE_IN_USE{color:var(--wait)}
.badge.EXPIRED,.badge.REVOKED{color:var(--past)}
.badge.BLOCKED,.badge.NOT_APPLICABLE{color:var(--rest)}
.label{color:var(--soft);font-size:.9rem;margin-top:.5rem}
.way{font-weight:600}
table{border-collapse:collapse;width:100%;margin:.4rem 0;font-size:.95rem}
th,td{text-align:left;vertical-align:top;padding:.3rem .75rem .3rem 0;border-top:1px solid var(--edge)}
th{color:var(--soft);font-weight:600;border-top:0}
td:last-child{width:38%}
@media (max-width:40rem){.proofs thead{display:none}.proofs td{display:block;width:auto;padding-right:0}.proofs td:last-child{width:auto;border-top:0;color:var(--soft);padding-top:0}}
.plan{border-left:4px solid var(--link);padding:.1rem 0 .1rem .9rem;margin:.6rem 0}
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;font-size:.92rem}
.legend li{display:flex;gap:.4rem;align-items:center}
details{margin:.6rem 0}
summary{cursor:pointer;color:var(--link)}
footer{margin-top:2.5rem;padding-bottom:2rem;color:var(--soft);font-size:.9rem;border-top:1px solid var(--edge);padding-top:.75rem}
<@picture.pictureStyle/>
@media print{
:root{<@picture.colours/>}
body{font-size:10.5pt}
header,main,footer{max-width:none;padding:0}
.skip,nav{display:none}
.credential,.card,.item,figure{break-inside:avoid}
h2,h3{break-after:avoid}
.picture.wide{display:block}.picture.narrow{display:none}
}
</style>
</head>
<body>
<a class="skip" href="#credentials">${say('page.skip')}</a>
<svg width="0" height="0" style="position:absolute" aria-hidden="true" focusable="false"><defs>
<@picture.signs/>
</defs></svg>
<header>
<h1>${page.title}</h1>
<dl class="facts">
<dt>${say('page.learner')}</dt><dd>${page.learner}</dd>
<dt>${say('page.date')}</dt><dd>${page.date}</dd>
<#if page.policyDate??>
<dt>${say('page.policy-date')}</dt><dd>${page.policyDate}</dd>
</#if>
<dt>${say('page.policy')}</dt><dd class="digest">${page.digest}</dd>
</dl>
</header>
<main>
<section aria-labelledby="glance">
<h2 id="glance">${say('page.glance')}</h2>
<p>${page.glance}</p>
<#if page.held?has_content>
<ul class="cards">
<#list page.held as held>
<li class="card">
<h3><@sign 'EARNED'/><a href="#${held.anchor}">${held.name}</a></h3>
<dl class="facts">
<#if held.since?has_content><dt>${say('page.since')}</dt><dd>${held.since}</dd></#if>
<dt>${say('page.until')}</dt><dd>${held.until}</dd>
<dt>${say('page.who')}</dt><dd><#if held.who?has_content><#list held.who as who>${who}<#sep><br></#list><#else>${say('page.who.none')}</#if></dd>
</dl>
<#if held.what?has_content>
<details><summary>${say('page.what')}</summary><ul><#list held.what as what><li>${what}</li></#list></ul></details>
</#if>
</li>
</#list>
</ul>
</#if>
<#if page.notes?has_content>
<h3>${say('page.notes')}</h3>
<ul><#list page.notes as note><li>${note}</li></#list></ul>
</#if>
</section>
<#if page.sections?size != 1>
<nav aria-labelledby="contents">
<h2 id="contents">${say('page.contents')}</h2>
<ul><#list page.sections as section><li><a href="#${section.anchor}">${section.title}</a></li></#list></ul>
</nav>
</#if>
<div id="credentials" tabindex="-1">
<#list page.sections as section>
<section aria-labelledby="${section.anchor}">
<h2 id="${section.anchor}">${section.title}</h2>
<#if section.narrow?? && section.wide??>
<figure>
<@picture.draw section.narrow "narrow"/>
<@picture.draw section.wide "wide"/>
</figure>
</#if>
<#if section.pictureNote?has_content><p class="soft">${section.pictureNote}</p></#if>
<#list section.credentials as credential>
<article class="credential<#if credential.isEarned> earned</#if>" aria-labelledby="${credential.anchor}">
<div class="title"><@sign credential.isEarned?then('EARNED', 'NOT_EARNED')/><h3 id="${credential.anchor}">${credential.name}</h3></div>
<p class="verdict"><strong>${credential.word}</strong><#if credential.since?has_content>, ${credential.since}</#if><#if credential.until?has_content>, ${credential.until}</#if><#if credential.progress?has_content> <span class="soft">· ${credential.progress}</span></#if></p>
<#if !credential.isEarned><div class="bar" aria-hidden="true"><span style="width:${credential.percent}%"></span></div></#if>
<#if credential.held??><p>${credential.held}</p></#if>
<#list credential.lapsed as lapsed><p>${lapsed}</p></#list>
<#if credential.plan?has_content>
<div class="plan">
<h4>${say('page.plan')}</h4>
<ol><#list credential.plan as step><li>${step}</li></#list></ol>
</div>
</#if>
<#list credential.ways as way>
<#if way.name??><h4>${way.name}${say('page.colon', 'text', '')} ${way.progress}</h4><#else><h4 class="unseen">${say('page.requirements')}</h4></#if>
<ul class="items">
<#list way.requirements as it><@item it/></#list>
</ul>
<#if way.recommendations?has_content>
<h4>${say('page.recommendations')}</h4>
<ul class="items">
<#list way.recommendations as it><@item it/></#list>
</ul>
</#if>
<#if way.sources?has_content>
<p class="label">${say('page.sources')}</p>
<ul class="soft"><#list way.sources as source><li>${source}</li></#list></ul>
</#if>
<#if way.alignments?has_content>
<p class="label">${say('page.alignments')}</p>
<ul class="soft"><#list way.alignments as alignment><li>${alignment}</li></#list></ul>
</#if>
<details><summary>${say('page.settings')}<span class="unseen">: ${credential.name}</span></summary>
<ul><#list way.settings as setting><li>${setting}</li></#list><li>${say('page.place', 'place', way.place)}</li></ul>
</details>
</#list>
</article>
</#list>
</section>
</#list>
</div>
<#if page.notCounted?has_content>
<section aria-labelledby="not-counted">
<h2 id="not-counted">${say('page.records')}</h2>
<ul><#list page.notCounted as fact><li>${fact}</li></#list></ul>
</section>
</#if>
<#if page.legend?has_content>
<section aria-labelledby="legend">
<h2 id="legend">${say('page.legend')}</h2>
<ul class="legend"><#list page.legend as one><li><@sign one.state/>${one.word}</li></#list></ul>
</section>
</#if>
</main>
<footer><p>${say('page.footer')}</p></footer>
</body>
</html>
