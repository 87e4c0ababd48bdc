<?php

/**
 * What the plugin adds to one article page. Knows nothing of OJS but the names of its template and hooks. PHP 7.3 must be
 * able to read this file.
 */

namespace APP\plugins\generic\citelet\classes;

class ArticlePage
{
    /** The template of the page; no other page is changed. */
    const TEMPLATE = 'frontend/pages/article.tpl';

    /** The hook among the details of the article, where a section of our own can stand. */
    const HOOK = 'Templates::Article::Details';

    /** Marks that place until it is known whether the page has a citation block. */
    const PLACE = '<!-- citelet -->';

    /** @var string address of the folder with the files of this release */
    private $files;

    /** @var string the element's start tag */
    private $tag;

    /** @var string the heading of a section of our own */
    private $heading;

    /** @var bool whether the element is in the page already */
    private $placed = false;

    /**
     * @param string $files address of the folder with script, engine and styles
     * @param array $attributes of the element: name to value, true for one without a value
     * @param string $heading
     */
    public function __construct($files, array $attributes, $heading)
    {
        $this->files = $files;
        $this->heading = $heading;
        $this->tag = '<cite-let' . self::attributes($attributes) . '>';
    }

    /** What belongs into the page's head, by name: engine and styles are then requested beside the script. */
    public function headers()
    {
        $preload = ['rel' => 'preload', 'as' => 'fetch', 'crossorigin' => true];
        $headers = ['citelet' => '<script' . self::attributes(['type' => 'module', 'src' => $this->files . '/cite-let.js'])
            . '></script>'];
        foreach (['citelet.wasm', 'citelet.pack'] as $file) {
            $link = array_merge($preload, ['href' => $this->files . '/' . $file]);
            $headers['preload-' . $file] = '<link' . self::attributes($link) . '>';
        }
        return $headers;
    }

    /**
     * Takes over the citation block in what Smarty has rendered, or else puts a section at the marked place. A block is
     * rendered alone, or with the whole page, as the release of OJS and the theme have it.
     */
    public function filter($html)
    {
        if (!$this->placed) {
            $wrapped = CitationBlock::wrap($html, $this->tag, '</cite-let>');
            if ($wrapped !== null) {
                $this->placed = true;
                $html = $wrapped;
            }
        }
        // Only with the whole page it is certain that there is no block.
        return stripos($html, '</body') === false ? $html : $this->fillPlace($html);
    }

    private function fillPlace($html)
    {
        $at = strpos($html, self::PLACE);
        if ($at === false) {
            return $html;
        }
        $section = $this->placed ? '' : $this->section();
        $this->placed = true;
        return substr($html, 0, $at) . $section . str_replace(self::PLACE, '', substr($html, $at));
    }

    /** A section like those of the default theme. */
    private function section()
    {
        return '<div class="item citation"><section class="sub_item citation_display"><h2 class="label">'
            . self::escape($this->heading) . '</h2><div class="value">' . $this->tag
            . '</cite-let></div></section></div>';
    }

    private static function attributes(array $attributes)
    {
        $text = '';
        foreach ($attributes as $name => $value) {
            $text .= ' ' . $name . ($value === true ? '' : '="' . self::escape($value) . '"');
        }
        return $text;
    }

    private static function escape($text)
    {
        return htmlspecialchars($text, ENT_QUOTES, 'UTF-8');
    }
}
