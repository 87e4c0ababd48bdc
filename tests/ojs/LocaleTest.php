<?php

use PHPUnit\Framework\TestCase;

class LocaleTest extends TestCase
{
    const FOLDER = __DIR__ . '/../../package/ojs/';

    /** The messages of a language: key to text. */
    private function messages($file)
    {
        preg_match_all('/^msgid "(.+)"\nmsgstr "(.+)"$/m', file_get_contents($file), $found);
        return array_combine($found[1], $found[2]);
    }

    public function testEveryLanguageHasAllMessages()
    {
        $english = $this->messages(self::FOLDER . 'locale/en/locale.po');
        foreach (glob(self::FOLDER . 'locale/*/locale.po') as $file) {
            $messages = $this->messages($file);
            $this->assertSame(array_keys($english), array_keys($messages), $file);
            foreach ($messages as $key => $text) {
                preg_match_all('/\{\$\w+\}/', $text . $english[$key], $values);
                $this->assertSame(array_count_values($values[0]), array_map(function () {
                    return 2;
                }, array_flip($values[0])), $file . ': ' . $key);
            }
        }
    }

    public function testEveryMessageThatIsUsedExists()
    {
        $english = $this->messages(self::FOLDER . 'locale/en/locale.po');
        $sources = '';
        foreach (array_merge(glob(self::FOLDER . '*.php'), glob(self::FOLDER . 'templates/*.tpl')) as $file) {
            $sources .= file_get_contents($file);
        }
        preg_match_all('/plugins\.generic\.citelet\.\w[\w.]*/', $sources, $used);
        $this->assertSame([], array_values(array_diff(array_unique($used[0]), array_keys($english))));
        $this->assertSame([], array_values(array_diff(array_keys($english), $used[0])));
    }
}
