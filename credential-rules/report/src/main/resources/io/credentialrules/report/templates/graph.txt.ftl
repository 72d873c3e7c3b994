<#ftl output_format="plain">
${title}
<#list boxes as box>

${box.box.name} (${box.box.id})<#if box.box.caption?has_content>, ${box.box.caption}</#if><#if box.box.summary?has_content>: ${box.box.summary}</#if>
<#if box.first?has_content>
  <- ${box.first}
</#if>
<#list box.anyOf as any>
  <~ ${any}
</#list>
<#list box.box.rows as row>
<#if row.isHeading>
  ${row.text}
<#else>
  - ${row.text}<#if row.word?has_content>: ${row.word}</#if>
</#if>
</#list>
</#list>
