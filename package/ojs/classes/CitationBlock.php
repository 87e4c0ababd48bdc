<?php

/**
 * Finds the block of the plugin "Citation Style Language" in a page: the element #citationOutput, and after it the menu of
 * formats. Themes arrange the two differently, so the block is found by its ids, and its end by counting tags; the rest of
 * the page stays byte for byte as it was. PHP 7.3 must be able to read this file.
 */

namespace APP\plugins\generic\citelet\classes;

class CitationBlock
{
    /** The attributes of a tag. */
    const ATTRIBUTES = '(?:"[^"]*"|\'[^\']*\'|[^"\'>])*+';

    /** A comment, an element whose content is no markup, or a tag. */
    const MARKUP = '~<!--.*?-->|<(script|style|textarea)\b' . self::ATTRIBUTES . '>.*?</\1\s*>'
        . '|<(/?)([a-z][^\s/>]*)(' . self::ATTRIBUTES . ')>~is';

    /** The element with the citation. */
    const OUTPUT = '~\sid\s*=\s*(["\']?)citationOutput\1(?:\s|/|$)~i';

    /** What only the menu of formats has. */
    const MENU = '~data-load-citation|cslCitationFormats|citationstylelanguage~i';

    /** Elements that have no end tag. */
    const VOID = ['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'];

    /** Elements whose end tag may be left out. */
    const UNCLOSED = ['dd', 'dt', 'li', 'option', 'p', 'td', 'th', 'tr'];

    /** @var string */
    private $html;

    private function __construct($html)
    {
        $this->html = $html;
    }

    /**
     * Puts the block of a page between two tags.
     *
     * @return string|null null where there is no block, or its end cannot be told
     */
    public static function wrap($html, $before, $after)
    {
        if (strpos($html, 'citationOutput') === false) {
            return null;
        }
        $span = (new self($html))->span();
        if ($span === null) {
            return null;
        }
        list($start, $end) = $span;
        return substr($html, 0, $start) . $before . substr($html, $start, $end - $start) . $after . substr($html, $end);
    }

    /** Where the block begins and ends. */
    private function span()
    {
        $at = 0;
        while ($tag = $this->next($at)) {
            if ($tag['kind'] !== 'end' && preg_match(self::OUTPUT, $tag['attributes'])) {
                $end = $this->endOf($tag);
                return $end === null ? null : [$tag['start'], $this->withMenu($end)];
            }
            $at = $tag['end'];
        }
        return null;
    }

    /** The end of the last sibling after `$end` that belongs to the menu; `$end` itself where none does. */
    private function withMenu($end)
    {
        $at = $end;
        while (($tag = $this->next($at)) && $tag['kind'] !== 'end') {
            $at = $this->endOf($tag);
            if ($at === null) {
                break;
            }
            if (preg_match(self::MENU, substr($this->html, $tag['start'], $at - $tag['start']))) {
                $end = $at;
            }
        }
        return $end;
    }

    /** Where the element of a start tag ends; null where its tags do not match. */
    private function endOf(array $tag)
    {
        $open = [];
        do {
            if ($tag['kind'] === 'start') {
                $open[] = $tag['name'];
            } elseif ($tag['kind'] === 'end') {
                while ($open !== [] && end($open) !== $tag['name'] && in_array(end($open), self::UNCLOSED, true)) {
                    array_pop($open);
                }
                if (array_pop($open) !== $tag['name']) {
                    return null;
                }
            }
            if ($open === []) {
                return $tag['end'];
            }
        } while ($tag = $this->next($tag['end']));
        return null;
    }

    /** The next tag after a position, comments and scripts counting as one. */
    private function next($at)
    {
        if (!preg_match(self::MARKUP, $this->html, $found, PREG_OFFSET_CAPTURE, $at)) {
            return null;
        }
        $name = isset($found[3]) ? strtolower($found[3][0]) : '';
        $attributes = isset($found[4]) ? $found[4][0] : '';
        $whole = $name === '' || in_array($name, self::VOID, true) || substr($attributes, -1) === '/';
        return [
            'start' => $found[0][1],
            'end' => $found[0][1] + strlen($found[0][0]),
            'name' => $name,
            'attributes' => $attributes,
            'kind' => $whole ? 'whole' : ($found[2][0] === '/' ? 'end' : 'start'),
        ];
    }
}
