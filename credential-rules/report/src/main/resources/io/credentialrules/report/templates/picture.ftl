<#ftl output_format="markup">
<#-- The signs of states: each has a shape of its own, so that colour is never needed to tell them apart. -->
<#macro signs>
<symbol id="sign-MET" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.5" class="solid"/><path d="M4.2 8.4 7 11.1 11.8 5.4" class="cut"/></symbol>
<symbol id="sign-WAIVED" viewBox="0 0 16 16"><path d="M8 .4 15.6 8 8 15.6 .4 8Z" class="solid"/><path d="M5 8.2 7.2 10.4 11 6" class="cut"/></symbol>
<symbol id="sign-PENDING_REVIEW" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.8" class="open"/><path d="M8 4V8.4L11 10" class="line"/></symbol>
<symbol id="sign-IN_PROGRESS" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.8" class="open"/><path d="M8 1.2A6.8 6.8 0 0 1 8 14.8Z" class="solid"/></symbol>
<symbol id="sign-EXPIRED" viewBox="0 0 16 16"><path d="M3 1.5H13M3 14.5H13M4.2 1.5C4.2 6 11.8 10 11.8 14.5M11.8 1.5C11.8 6 4.2 10 4.2 14.5" class="line"/></symbol>
<symbol id="sign-REVOKED" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.8" class="open"/><path d="M3.2 12.8 12.8 3.2" class="line"/></symbol>
<symbol id="sign-EVIDENCE_IN_USE" viewBox="0 0 16 16"><circle cx="5.6" cy="8" r="4.6" class="open"/><circle cx="10.4" cy="8" r="4.6" class="open"/></symbol>
<symbol id="sign-BLOCKED" viewBox="0 0 16 16"><rect x="2.5" y="7" width="11" height="8" rx="1.5" class="solid"/><path d="M4.8 7V5A3.2 3.2 0 0 1 11.2 5V7" class="line"/></symbol>
<symbol id="sign-NOT_APPLICABLE" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.8" class="open"/><path d="M4.5 8H11.5" class="line"/></symbol>
<symbol id="sign-UNMET" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.8" class="open"/><path d="M5.2 5.2 10.8 10.8M10.8 5.2 5.2 10.8" class="line"/></symbol>
<symbol id="sign-EARNED" viewBox="0 0 16 16"><path d="M8 .6 10.3 5.3 15.5 6 11.7 9.6 12.7 14.8 8 12.3 3.3 14.8 4.3 9.6 .5 6 5.7 5.3Z" class="solid"/></symbol>
<symbol id="sign-NOT_EARNED" viewBox="0 0 16 16"><path d="M8 1.6 10 5.8 14.6 6.4 11.2 9.6 12.1 14.2 8 12 3.9 14.2 4.8 9.6 1.4 6.4 6 5.8Z" class="open"/></symbol>
<marker id="arrow-head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0 10 5 0 10Z" class="arrow-head"/></marker>
</#macro>
<#macro colours>
--ink:#1b1f24;--soft:#4a525c;--paper:#ffffff;--panel:#f5f7f9;--edge:#757e8a;--link:#0b57a4;--good:#14662f;--wait:#7a4a00;--stop:#a11622;--past:#67338a;--rest:#4a525c;--goodback:#eaf5ed
</#macro>
<#macro darkColours>
--ink:#e8ebee;--soft:#b6bec7;--paper:#14181d;--panel:#1d232a;--edge:#7d8894;--link:#8cc2ff;--good:#7fd69a;--wait:#f2bd62;--stop:#ff9c9c;--past:#d3aef0;--rest:#b6bec7;--goodback:#17301f
</#macro>
<#macro pictureStyle>
.picture text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-size:13px;fill:var(--ink)}
.picture .name{font-size:15px;font-weight:600}
.picture .caption,.picture .summary,.picture .word{fill:var(--soft)}
.picture .heading{font-style:italic}
.picture .box{fill:var(--panel);stroke:var(--edge);stroke-width:1.25}
.picture .box.EARNED{fill:var(--goodback);stroke:var(--good);stroke-width:2}
.picture .box.macro{stroke-width:3}
.picture .arrow{fill:none;stroke:var(--edge);stroke-width:1.6}
.picture .arrow.one-of{stroke-dasharray:5 4}
.arrow-head{fill:var(--edge)}
.solid{fill:currentColor}.open{fill:none;stroke:currentColor;stroke-width:1.5}
.line{fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.cut{fill:none;stroke:var(--paper);stroke-width:1.9;stroke-linecap:round;stroke-linejoin:round}
.sign{color:var(--stop)}
.MET.sign,.WAIVED.sign,.EARNED.sign{color:var(--good)}
.PENDING_REVIEW.sign,.IN_PROGRESS.sign,.EVIDENCE_IN_USE.sign{color:var(--wait)}
.EXPIRED.sign,.REVOKED.sign{color:var(--past)}
.BLOCKED.sign,.NOT_APPLICABLE.sign,.NOT_EARNED.sign{color:var(--rest)}
</#macro>
<#macro body drawing>
<title id="${drawing.id}-title">${drawing.title}</title>
<desc id="${drawing.id}-desc">${drawing.description}</desc>
<#list drawing.arrows as arrow>
<path class="arrow<#if !arrow.isNeeded> one-of</#if>" d="${arrow.path}" marker-end="url(#arrow-head)"/>
</#list>
<#list drawing.boxes as box>
<g>
<rect class="box ${box.kind}<#if box.isMacro> macro</#if>" x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="8"/>
<#list box.icons as icon>
<use class="sign ${icon.state}" href="#sign-${icon.state}" x="${icon.x}" y="${icon.y}" width="16" height="16"/>
</#list>
<#list box.lines as line>
<text class="${line.style}" x="${line.x}" y="${line.y}">${line.text}</text>
</#list>
</g>
</#list>
</#macro>
<#macro draw drawing class>
<svg class="picture ${class}" role="img" aria-labelledby="${drawing.id}-title ${drawing.id}-desc" viewBox="0 0 ${drawing.width} ${drawing.height}" width="${drawing.width}" height="${drawing.height}">
<@body drawing/>
</svg>
</#macro>
