<#ftl output_format="markdown">
<#macro item it>
- ${it.isSatisfied?then('☑', '☐')} **${it.name}** (${it.id})${say('page.colon', 'text', '')?no_esc} ${it.word}<#if it.measure?has_content>, ${it.measure}</#if>
<#if it.state != "MET" && it.state != "UNMET" && it.why?has_content>
  - ${it.why}
</#if>
<#list it.parts as part>
  - ${part.text}
<#list part.nearest as near>
    - ${near}
</#list>
</#list>
<#list it.evidence as proof>
  - ${say('fact.vetted', 'fact', proof.fact, 'vetting', proof.vetting)}
</#list>
<#if it.moreEvidence?has_content>
  - ${it.moreEvidence}
</#if>
<#list it.missing as lack>
<#if lack.heading?has_content>
  - ${lack.heading}
</#if>
<#list lack.lines as line>
${lack.heading?has_content?then('  ', '')}  - ${line.text} (${line.place})
<#list line.nearest as near>
${lack.heading?has_content?then('  ', '')}    - ${near}
</#list>
</#list>
</#list>
<#list it.notCounted as fact>
  - ${fact}
</#list>
</#macro>
# ${page.title}

${page.learner} · ${page.date} · ${say('page.policy')} ${page.digest}<#if page.policyDate??> · ${say('page.policy-date')} ${page.policyDate}</#if>

## ${say('page.glance')}

${page.glance}
<#if page.held?has_content>

| ${say('page.credential')} | ${say('page.since')} | ${say('page.until')} | ${say('page.who')} |
| --- | --- | --- | --- |
<#list page.held as held>
| ${held.name} | ${held.since} | ${held.until} | ${held.who?has_content?then(held.who?join('; '), say('page.who.none'))} |
</#list>
</#if>
<#list page.sections as section>

## ${section.title}
<#list section.credentials as credential>

### ${credential.isEarned?then('☑', '☐')} ${credential.name} (${credential.id})${say('page.colon', 'text', '')?no_esc} ${credential.word}

<#if credential.isEarned>
<#if credential.since?has_content>${credential.since}<#if credential.until?has_content>, </#if></#if>${credential.until}

<#else>
${credential.progress}

</#if>
<#if credential.held??>
${credential.held}

</#if>
<#list credential.lapsed as lapsed>
${lapsed}

</#list>
<#list credential.ways as way>
<#if way.name??>
#### ${way.name}${say('page.colon', 'text', '')?no_esc} ${way.progress}

</#if>
<#list way.requirements as it>
<@item it/>
</#list>
<#if way.recommendations?has_content>

${say('page.recommendations')}

<#list way.recommendations as it>
<@item it/>
</#list>
</#if>

${say('page.settings')}${say('page.colon', 'text', '')?no_esc} ${way.settings?join('; ')}
<#if way.sources?has_content>

${say('page.sources')}
<#list way.sources as source>
- ${source}
</#list>
</#if>
<#if way.alignments?has_content>

${say('page.alignments')}
<#list way.alignments as alignment>
- ${alignment}
</#list>
</#if>

</#list>
<#if credential.plan?has_content>
#### ${say('page.plan')}

<#list credential.plan as step>
${step?counter}. ${step}
</#list>

</#if>
</#list>
</#list>
<#if page.notCounted?has_content>
## ${say('page.records')}

<#list page.notCounted as fact>
- ${fact}
</#list>
</#if>
<#if page.notes?has_content>

## ${say('page.notes')}

<#list page.notes as note>
- ${note}
</#list>
</#if>
