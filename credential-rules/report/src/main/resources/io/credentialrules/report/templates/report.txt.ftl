<#ftl output_format="plain">
<#macro item it mark>
  ${mark} ${it.name} (${it.id}): ${it.word}<#if it.measure?has_content>, ${it.measure}</#if>
<#if it.state != "MET" && it.state != "UNMET" && it.why?has_content>
        ${it.why}
</#if>
<#list it.parts as part>
        - ${part.text}
<#list part.nearest as near>
          ${near}
</#list>
</#list>
<#list it.evidence as proof>
        ${say('fact.vetted', 'fact', proof.fact, 'vetting', proof.vetting)}
</#list>
<#if it.moreEvidence?has_content>
        ${it.moreEvidence}
</#if>
<#list it.missing as lack>
<#if lack.heading?has_content>
        ${lack.heading}
</#if>
<#list lack.lines as line>
        ${line.text} (${line.place})
<#list line.nearest as near>
          ${near}
</#list>
</#list>
</#list>
<#list it.notCounted as fact>
        ${fact}
</#list>
</#macro>
${page.line}
${page.glance}
<#list page.sections as section>
<#list section.credentials as credential>

${credential.word?upper_case?right_pad(12)}${credential.name} (${credential.id})${credential.span}<#if !credential.isEarned>: ${credential.progress}</#if>
<#if credential.held??>
  ${credential.held}
</#if>
<#list credential.lapsed as lapsed>
  ${lapsed}
</#list>
<#list credential.ways as way>
<#if way.name??>
  ${way.name}: ${way.progress}
</#if>
<#list way.requirements as it>
<@item it it.isSatisfied?then('[x]', '[ ]')/>
</#list>
<#list way.recommendations as it>
<@item it '(' + say('recommended') + ')'/>
</#list>
<#list way.sources as source>
  ${say('page.source', 'source', source)}
</#list>
<#list way.alignments as alignment>
  ${say('page.alignment', 'alignment', alignment)}
</#list>
</#list>
<#if credential.plan?has_content>
  ${say('page.plan')}
<#list credential.plan as step>
    ${step?counter}. ${step}
</#list>
</#if>
<#if showSettings>
<#list credential.ways as way>
  ${say('page.settings')}: ${way.settings?join('; ')}
</#list>
</#if>
</#list>
</#list>
<#if page.notes?has_content>

<#list page.notes as note>
${note}
</#list>
</#if>
