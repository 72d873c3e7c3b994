<#ftl output_format="markup">
<#import "picture.ftl" as picture>
<#macro way it>
<#if it.name?has_content><p class="way">${it.name}</p></#if>
<ul><#list it.conditions as condition><li>${condition}</li></#list></ul>
<#if it.recommended?has_content><ul><#list it.recommended as one><li>${say('rules.recommended', 'name', one)}</li></#list></ul></#if>
<#if it.settings?has_content><p class="soft">${it.settings?join(' ')}</p></#if>
<#if it.source?has_content><p class="soft">${say('rules.source', 'source', it.source)}</p></#if>
<#if it.alignments?has_content><p class="soft">${say('page.alignments')}</p><ul class="soft"><#list it.alignments as alignment><li>${alignment}</li></#list></ul></#if>
<p class="place">${say('page.place', 'place', it.place)}</p>
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
header,main{max-width:72rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.25rem}
main{padding-bottom:2rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1.35rem;line-height:1.3;margin:2.25rem 0 .75rem;padding-top:.75rem;border-top:2px solid var(--edge)}
h3{font-size:1.12rem;line-height:1.35;margin:0}
p{margin:.3rem 0}
ul{margin:.3rem 0;padding-left:1.25rem}
a{color:var(--link)}
a:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
.credential{border:1px solid var(--edge);border-radius:.6rem;padding:.9rem 1rem;margin:0 0 1.1rem;background:var(--panel)}
.soft,.place,.id{color:var(--soft);font-size:.92rem}
.digest,.id{font-family:ui-monospace,SFMono-Regular,Consolas,monospace;font-size:.85rem}
.way{font-weight:600}
.scroll{overflow-x:auto}
.picture{display:block;max-width:100%;height:auto}
table{border-collapse:collapse;width:100%;margin:.4rem 0;font-size:.95rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-top:1px solid var(--edge)}
th{color:var(--soft);font-weight:600;border-top:0}
td ul{padding-left:1.1rem;margin:0}
@media (max-width:40rem){thead{display:none}td{display:block;border-top:0;padding:.1rem 0}td:first-child{border-top:1px solid var(--edge);padding-top:.5rem}}
<@picture.pictureStyle/>
@media print{
:root{<@picture.colours/>}
body{font-size:10.5pt}
header,main{max-width:none;padding:0}
.credential,tr,figure{break-inside:avoid}
h2,h3{break-after:avoid}
}
</style>
</head>
<body>
<svg width="0" height="0" style="position:absolute" aria-hidden="true" focusable="false"><defs>
<@picture.signs/>
</defs></svg>
<header>
<h1>${page.title}</h1>
<p class="soft">${page.date} · ${say('page.policy')} <span class="digest">${page.digest}</span></p>
</header>
<main>
<section aria-labelledby="graph-heading">
<h2 id="graph-heading">${say('graph.title')}</h2>
<#if page.picture??>
<figure class="scroll"><svg xmlns="http://www.w3.org/2000/svg" class="picture" role="img" aria-labelledby="${page.picture.id}-title ${page.picture.id}-desc" viewBox="0 0 ${page.picture.width} ${page.picture.height}" width="${page.picture.width}" height="${page.picture.height}">
<@picture.body page.picture/>
</svg></figure>
<#else>
<p>${page.pictureNote}</p>
</#if>
</section>
<section aria-labelledby="credentials">
<h2 id="credentials">${say('rules.credentials')}</h2>
<#list page.credentials as credential>
<article class="credential" id="${credential.anchor}">
<h3>${credential.name}</h3>
<p><span class="id">${credential.id}</span><#if credential.caption?has_content> · ${credential.caption}</#if></p>
<#list credential.ways as one><@way one/></#list>
</article>
</#list>
</section>
<section aria-labelledby="requirements">
<h2 id="requirements">${say('page.requirements')}</h2>
<table>
<thead><tr><th scope="col">${say('page.requirement')}</th><th scope="col">${say('rules.asks')}</th><th scope="col">${say('rules.needed-by')}</th></tr></thead>
<tbody>
<#list page.requirements as row>
<tr><td><strong>${row.name}</strong><br><span class="id">${row.id}</span></td><td><#list row.ways as one><@way one/></#list></td><td><ul><#list row.neededBy as one><li>${one}</li></#list></ul></td></tr>
</#list>
</tbody>
</table>
</section>
</main>
</body>
</html>
