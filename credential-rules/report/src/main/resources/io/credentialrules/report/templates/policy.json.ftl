<#ftl output_format="plainText">
<#macro texts of>[<#list of as one>"${one?json_string}"<#sep>, </#list>]</#macro>
<#macro ways of>[<#list of as it>
      {<#if it.name?has_content>"name": "${it.name?json_string}", </#if>"conditions": <@texts it.conditions/>,
        "recommended": <@texts it.recommended/>, "settings": <@texts it.settings/>,
        <#if it.source?has_content>"source": "${it.source?json_string}", </#if>"alignments": <@texts it.alignments/>,
        "place": "${it.place?json_string}"}<#sep>,</#list>]</#macro>
{
  "title": "${page.title?json_string}",
  "language": "${page.lang?json_string}",
  "digest": "${page.digest?json_string}",
  "credentials": [<#list page.credentials as one>
    {"id": "${one.id?json_string}", "name": "${one.name?json_string}", "caption": "${one.caption?json_string}",
      "ways": <@ways one.ways/>}<#sep>,</#list>
  ],
  "requirements": [<#list page.requirements as one>
    {"id": "${one.id?json_string}", "name": "${one.name?json_string}", "neededBy": <@texts one.neededBy/>,
      "ways": <@ways one.ways/>}<#sep>,</#list>
  ]
}
