<#ftl output_format="markup">
<#import "picture.ftl" as picture>
<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${lang}" class="picture" role="img" aria-labelledby="${drawing.id}-title ${drawing.id}-desc" viewBox="0 0 ${drawing.width} ${drawing.height}" width="${drawing.width}" height="${drawing.height}">
<style>
svg{<@picture.colours/>;background:var(--paper)}
@media (prefers-color-scheme:dark){svg{<@picture.darkColours/>}}
@media print{svg{<@picture.colours/>}}
<@picture.pictureStyle/>
</style>
<defs>
<@picture.signs/>
</defs>
<@picture.body drawing/>
</svg>
