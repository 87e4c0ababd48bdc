{**
 * The form of settings, in every release of OJS.
 *
 * The script is how all forms of the editors' pages start; readers' pages get no inline script.
 *}
<script>
	$(function() {ldelim}
		$('#citeletSettingsForm').pkpHandler('$.pkp.controllers.form.AjaxFormHandler');
	{rdelim});
</script>

<form class="pkp_form" id="citeletSettingsForm" method="post" action="{$formAddress|escape}">
	{csrf}

	{fbvFormArea id="citeletStyles" title="plugins.generic.citelet.settings.styles"}
		<p>{translate key="plugins.generic.citelet.settings.styles.description"}</p>
		{fbvFormSection}
			{foreach from=$styleFields key="field" item="chosen"}
				{capture assign="label"}{translate key="plugins.generic.citelet.settings.place" number=$chosen.number}{/capture}
				{fbvElement type="select" id=$field from=$shippedStyles selected=$chosen.style translate=false defaultValue="" defaultLabel="–" label=$label subLabelTranslate=false inline=true size=$fbvStyles.size.MEDIUM}
			{/foreach}
		{/fbvFormSection}
		{if $hasLibrary}
			{fbvFormSection label="plugins.generic.citelet.settings.otherStyles" description="plugins.generic.citelet.settings.otherStyles.description" for="otherStyles"}
				{fbvElement type="text" id="otherStyles" value=$otherStyles}
			{/fbvFormSection}
		{/if}
		{fbvFormSection label="plugins.generic.citelet.settings.firstStyle" for="firstStyle"}
			{capture assign="lastChoice"}{translate key="plugins.generic.citelet.settings.lastChoice"}{/capture}
			{fbvElement type="select" id="firstStyle" from=$allStyles selected=$firstStyle translate=false defaultValue="" defaultLabel=$lastChoice size=$fbvStyles.size.MEDIUM}
		{/fbvFormSection}
	{/fbvFormArea}

	{fbvFormArea id="citeletSwitches" title="plugins.generic.citelet.settings.switches"}
		{fbvFormSection list=true}
			{fbvElement type="checkbox" id="references" value="1" checked=$references label="plugins.generic.citelet.settings.references"}
			{fbvElement type="checkbox" id="report" value="1" checked=$report label="plugins.generic.citelet.settings.report"}
			{fbvElement type="checkbox" id="houseRules" value="1" checked=$houseRules label="plugins.generic.citelet.settings.houseRules"}
			{if $hasLibrary}
				{fbvElement type="checkbox" id="search" value="1" checked=$search label="plugins.generic.citelet.settings.search"}
			{/if}
		{/fbvFormSection}
		{if !$hasLibrary}
			<p>{translate key="plugins.generic.citelet.settings.noLibrary"}</p>
		{/if}
	{/fbvFormArea}

	{fbvFormButtons}
</form>
