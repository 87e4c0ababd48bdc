<?php

require_once __DIR__ . '/../../package/ojs/classes/Settings.php';

use APP\plugins\generic\citelet\classes\Settings;
use PHPUnit\Framework\TestCase;

class SettingsTest extends TestCase
{
    private function attributes(array $stored, $library = false, $editor = false)
    {
        return (new Settings($stored, $library))->attributes($editor);
    }

    public function testWhatNobodySetIsTheElementsOwnDefault()
    {
        $nothing = array_fill_keys(array_keys(Settings::DEFAULTS), null);
        $this->assertSame([], $this->attributes($nothing));
        $this->assertSame(['report' => true], $this->attributes($nothing, false, true));
    }

    public function testEachSettingIsAnAttribute()
    {
        $stored = ['styles' => 'bibtex apa', 'firstStyle' => 'apa', 'references' => true, 'houseRules' => false];
        $expected = ['styles' => 'bibtex apa', 'style-name' => 'apa', 'references' => true, 'official' => true];
        $this->assertSame($expected, $this->attributes($stored));
        $this->assertSame([], $this->attributes(['report' => false], false, true));
    }

    public function testOtherStylesAndTheSearchNeedTheLibrary()
    {
        $stored = ['styles' => 'ieee apa', 'firstStyle' => 'ieee', 'search' => true];
        $with = ['styles' => 'ieee apa', 'style-name' => 'ieee', 'search' => true];
        $this->assertSame($with, $this->attributes($stored, true));
        $this->assertSame(['styles' => 'apa'], $this->attributes($stored));
        $this->assertSame([], $this->attributes(['styles' => 'ieee']));
    }

    public function testAFormIsStoredAndShownAgain()
    {
        $input = ['style1' => 'bibtex', 'style2' => '', 'style3' => 'apa', 'style4' => 'apa', 'firstStyle' => 'apa',
            'otherStyles' => 'ieee, Vancouver', 'search' => '1', 'report' => null];
        $settings = Settings::fromForm($input, true, []);
        $this->assertSame('bibtex apa ieee vancouver', $settings->values()['styles']);
        $this->assertSame([true, false], [$settings->values()['search'], $settings->values()['report']]);
        $fields = $settings->fields();
        $this->assertSame(['bibtex', 'apa', '', ''], [$fields['style1'], $fields['style2'], $fields['style3'], $fields['style5']]);
        $this->assertSame('ieee vancouver', $fields['otherStyles']);
        $this->assertSame($settings->values(), Settings::fromForm($fields, true, [])->values());
    }

    public function testWithoutTheLibraryItsFieldsStayAsTheyAreStored()
    {
        $stored = Settings::fromForm(['style1' => 'apa', 'otherStyles' => 'ieee', 'search' => '1'], true, [])->fields();
        $input = ['style1' => 'bibtex', 'otherStyles' => null, 'search' => null];
        $values = Settings::fromForm($input, false, $stored)->values();
        $this->assertSame(['bibtex ieee', true], [$values['styles'], $values['search']]);
        $values = Settings::fromForm($input, true, $stored)->values();
        $this->assertSame(['bibtex', false], [$values['styles'], $values['search']]);
    }

    public function testWhatIsNoStyleIsDropped()
    {
        $input = ['style1' => '"><script>', 'style2' => ['apa'], 'otherStyles' => 'a/b ../c d"e ieee', 'firstStyle' => "x' y"];
        $values = Settings::fromForm($input, true, [])->values();
        $this->assertSame(['ieee', 'y'], [$values['styles'], $values['firstStyle']]);
        $this->assertSame(Settings::DEFAULTS['styles'], Settings::fromForm([], true, [])->values()['styles']);
    }

    public function testTheFormOffersNumberedPlacesAndNamedStyles()
    {
        $choices = Settings::styleChoices(['style2' => 'apa']);
        $this->assertSame(['number' => 2, 'style' => 'apa'], $choices['style2']);
        $this->assertSame(['number' => 5, 'style' => ''], $choices['style5']);
        $this->assertSame(['ieee' => 'ieee'], array_diff_key(Settings::choices(['otherStyles' => 'ieee']), Settings::STYLES));
    }
}
