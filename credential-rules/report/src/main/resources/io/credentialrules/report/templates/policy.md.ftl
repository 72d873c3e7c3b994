<#ftl output_format="markdown">
<#macro way it>
<#if it.name?has_content>
**${it.name}**

</#if>
<#list it.conditions as condition>
- ${condition}
</#list>
<#list it.recommended as one>
- ${say('rules.recommended', 'name', one)}
</#list>

${it.settings?join(' ')}<#if it.source?has_content><#if it.settings?has_content> </#if>${say('rules.source', 'source', it.source)}</#if> (${it.place})

<#if it.alignments?has_content>
${say('page.alignments')}

<#list it.alignments as alignment>
- ${alignment}
</#list>

</#if>
</#macro>
# ${page.title}

${page.date} · ${say('page.policy')} ${page.digest}

## ${say('graph.title')}

<#list page.graph as box>
- ${box.box.name} (${box.box.id})<#if box.box.caption?has_content>, ${box.box.caption}</#if>
<#if box.first?has_content>
  - ${box.first}
</#if>
<#list box.anyOf as any>
  - ${any}
</#list>
</#list>

## ${say('rules.credentials')}

<#list page.credentials as credential>
### ${credential.name} (${credential.id})

<#if credential.caption?has_content>
${credential.caption}

</#if>
<#list credential.ways as one>
<@way one/>
</#list>
</#list>
## ${say('page.requirements')}

| ${say('rules.id')} | ${say('page.requirement')} | ${say('rules.asks')} | ${say('rules.needed-by')} |
| --- | --- | --- | --- |
<#list page.requirements as row>
| ${row.id} | ${row.name} | <#list row.ways as one><#if one.name?has_content>${one.name}${say('page.colon', 'text', '')?no_esc} </#if>${one.conditions?join('; ')}.<#if one.settings?has_content> ${one.settings?join(' ')}</#if><#if one.source?has_content> ${say('rules.source', 'source', one.source)}</#if><#if one.alignments?has_content> ${say('page.alignments')}${say('page.colon', 'text', '')?no_esc} ${one.alignments?join('; ')}.</#if> (${one.place})<#sep><br></#sep></#list> | ${row.neededBy?join('; ')} |
</#list>
