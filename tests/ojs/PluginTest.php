<?php

use PHPUnit\Framework\TestCase;
use StandIn\World;

/** The whole plugin, in one release of OJS after the other: the stand-ins decide which. */
class PluginTest extends TestCase
{
    const ARTICLE = 'frontend/pages/article.tpl';

    const BLOCK = '<div class="value"><div id="citationOutput">A</div></div>';

    protected function setUp(): void
    {
        World::reset();
    }

    private function display($template, array $parts)
    {
        plugin()->register('generic', 'plugins/generic/citelet');
        return World::display($template, $parts);
    }

    private function page($body)
    {
        return '<html><body>' . $body . '</body></html>';
    }

    public function testABlockOfTheThemeIsTakenOver()
    {
        $page = $this->display(self::ARTICLE, [$this->page(self::BLOCK . '[details]')]);
        $block = '<div class="value"><cite-let><div id="citationOutput">A</div></cite-let></div>';
        $this->assertSame($this->page($block), $page);
    }

    public function testABlockThatIsRenderedAloneIsTakenOver()
    {
        $page = $this->display(self::ARTICLE, [self::BLOCK, $this->page('[details][part]')]);
        $this->assertSame(1, substr_count($page, '<cite-let>'));
        $this->assertStringContainsString('<cite-let><div id="citationOutput">A</div></cite-let>', $page);
        $this->assertStringNotContainsString('<!--', $page);
    }

    public function testWithoutABlockThereIsASection()
    {
        $page = $this->display(self::ARTICLE, ['<p>A</p>', $this->page('[part][details]')]);
        $this->assertMatchesRegularExpression('~<p>A</p><div class="item citation">.*<cite-let></cite-let>~', $page);
        $this->assertStringContainsString('submission.howToCite', $page);
    }

    public function testScriptAndHintsAreInTheHead()
    {
        World::$baseUrl = 'https://journal.example/a"b';
        $this->display(self::ARTICLE, [$this->page('')]);
        $folder = 'https://journal.example/a&quot;b/plugins/generic/citelet/upload/{{folder}}/';
        $this->assertSame([
            'citelet' => "<script type=\"module\" src=\"{$folder}cite-let.js\"></script>",
            'preload-citelet.wasm' => "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{$folder}citelet.wasm\">",
            'preload-citelet.pack' => "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{$folder}citelet.pack\">",
        ], World::$headers);
    }

    public function testOtherPagesAndASwitchedOffPluginStayAsTheyAre()
    {
        $page = $this->page(self::BLOCK . '[details]');
        $unchanged = $this->page(self::BLOCK);
        $this->assertSame($unchanged, $this->display('frontend/pages/issue.tpl', [$page]));
        World::reset();
        World::$settings['enabled'] = false;
        $this->assertSame($unchanged, $this->display(self::ARTICLE, [$page]));
        $this->assertSame([], World::$headers);
    }

    public function testOnlyEditorsGetTheReport()
    {
        foreach ([[null, false], [[4096], false], [[16], true], [[17, 4096], true]] as [$roles, $expected]) {
            World::reset();
            World::$roles = $roles;
            $page = $this->display(self::ARTICLE, [$this->page(self::BLOCK)]);
            $this->assertSame($expected, strpos($page, '<cite-let report>') !== false, json_encode($roles));
        }
    }

    public function testTheSettingsAreStoredByTheForm()
    {
        $plugin = plugin();
        $request = StandIn\Request::get();
        World::$roles = [16];
        $actions = $plugin->getActions($request, []);
        $this->assertSame(['settings', 'delete'], [$actions[0]->parts[0], $actions[1]]);
        World::$input = ['verb' => 'settings'];
        $this->assertSame([true, 'the form'], $plugin->manage([], $request)->parts);
        $this->assertStringContainsString('verb=settings', World::$variables['formAddress']);
        $this->assertSame('apa', World::$variables['styleFields']['style1']['style']);
        World::$input = ['verb' => 'settings', 'save' => '1', 'style1' => 'bibtex', 'style2' => 'apa', 'houseRules' => '1'];
        $this->assertSame([true], $plugin->manage([], $request)->parts);
        $this->assertSame('bibtex apa', World::$settings['styles']);
        $this->assertSame(['common.changesSaved'], World::$notes);
        $page = $this->display(self::ARTICLE, [$this->page(self::BLOCK)]);
        $this->assertStringContainsString('<cite-let styles="bibtex apa">', $page);
        World::$input = ['verb' => 'something else'];
        $this->assertSame('not ours', $plugin->manage([], $request));
    }

    public function testEditorsWithAnotherLanguageGetEnglish()
    {
        $plugin = plugin();
        if (method_exists($plugin, 'translateToEnglish')) {
            $plugin->register('generic', 'plugins/generic/citelet');
            $text = null;
            $this->assertTrue(World::call('Locale::translate', [&$text, 'plugins.generic.citelet.x', [], null, 'it', null]));
            $this->assertSame('plugins.generic.citelet.x in en', $text);
            $this->assertFalse(World::call('Locale::translate', [&$text, 'plugins.generic.citelet.x', [], null, 'en', null]));
            $this->assertFalse(World::call('Locale::translate', [&$text, 'common.save', [], null, 'it', null]));
        } else {
            $this->assertSame('en_US', $plugin->getLocaleFilename('it_IT'));
        }
    }
}
