<?php

/**
 * What an editor can set, and what becomes of it in the page. Knows nothing of OJS. PHP 7.3 must be able to read this
 * file, for OJS 3.3 runs on it.
 */

namespace APP\plugins\generic\citelet\classes;

class Settings
{
    /** The styles that every copy of the plugin has, in the order of the element's own default. */
    const STYLES = [
        'apa' => 'APA',
        'modern-language-association' => 'MLA',
        'chicago-author-date' => 'Chicago (author-date)',
        'chicago-notes-bibliography' => 'Chicago (notes)',
        'bibtex' => 'BibTeX',
    ];

    /** Where an editor has not set anything. Names of single styles are separated by blanks. */
    const DEFAULTS = [
        'styles' => 'apa modern-language-association chicago-author-date chicago-notes-bibliography bibtex',
        'firstStyle' => '',
        'search' => false,
        'references' => false,
        'report' => true,
        'houseRules' => true,
    ];

    /** The settings that are on or off. */
    const SWITCHES = ['search', 'references', 'report', 'houseRules'];

    /** The fields that the form has only where the folder of all styles is there. */
    const OF_THE_LIBRARY = ['otherStyles', 'search'];

    /** @var array the stored values, complete */
    private $values;

    /** @var bool whether the folder of all styles is there */
    private $library;

    /**
     * @param array $stored by name; null where nothing is stored
     * @param bool $library whether the folder of all styles is there, which other styles and the search need
     */
    public function __construct(array $stored, $library)
    {
        $known = array_filter($stored, function ($value) {
            return $value !== null;
        });
        $this->values = array_merge(self::DEFAULTS, array_intersect_key($known, self::DEFAULTS));
        $this->library = $library;
    }

    /**
     * What is stored of a form's input. Names that cannot be names of styles are dropped.
     *
     * @param array $input the form's fields, as the browser sent them
     * @param bool $library
     * @param array $stored the fields as they are stored: what the form has only with the library stays without it
     */
    public static function fromForm(array $input, $library, array $stored)
    {
        if (!$library) {
            $input = array_merge($input, array_intersect_key($stored, array_flip(self::OF_THE_LIBRARY)));
        }
        $chosen = [];
        foreach (self::styleFields() as $field) {
            $chosen[] = self::text($input, $field);
        }
        $chosen[] = self::text($input, 'otherStyles');
        $styles = self::names(implode(' ', $chosen));
        $values = ['styles' => $styles === [] ? self::DEFAULTS['styles'] : implode(' ', $styles)];
        $values['firstStyle'] = implode('', array_slice(self::names(self::text($input, 'firstStyle')), 0, 1));
        foreach (self::SWITCHES as $name) {
            $values[$name] = !empty($input[$name]);
        }
        return new self($values, $library);
    }

    /** The values to store, by name. */
    public function values()
    {
        return $this->values;
    }

    /** The fields of the form, by name. */
    public function fields()
    {
        $styles = self::names($this->values['styles']);
        $shipped = array_values(array_intersect($styles, array_keys(self::STYLES)));
        $fields = ['otherStyles' => implode(' ', array_diff($styles, $shipped))];
        foreach (self::styleFields() as $at => $field) {
            $fields[$field] = isset($shipped[$at]) ? $shipped[$at] : '';
        }
        return array_merge($this->values, $fields);
    }

    /**
     * The places of the form that choose one shipped style each, by field: the number and the style chosen.
     *
     * @param array $data the form's fields
     */
    public static function styleChoices(array $data)
    {
        $choices = [];
        foreach (self::styleFields() as $at => $field) {
            $choices[$field] = ['number' => $at + 1, 'style' => self::text($data, $field)];
        }
        return $choices;
    }

    /**
     * The styles that can be shown first: name to title, those that the editor has named included.
     *
     * @param array $data the form's fields
     */
    public static function choices(array $data)
    {
        $others = self::names(self::text($data, 'otherStyles'));
        return array_merge(self::STYLES, array_combine($others, $others));
    }

    private static function styleFields()
    {
        return array_map(function ($number) {
            return 'style' . $number;
        }, range(1, count(self::STYLES)));
    }

    /**
     * The attributes of the element: name to value, true for one without a value.
     *
     * @param bool $editor whether the reader is an editor of the journal
     */
    public function attributes($editor)
    {
        $styles = $this->available();
        $attributes = [];
        if (implode(' ', $styles) !== self::DEFAULTS['styles']) {
            $attributes['styles'] = implode(' ', $styles);
        }
        if (in_array($this->values['firstStyle'], $styles, true)) {
            $attributes['style-name'] = $this->values['firstStyle'];
        }
        $switches = [
            'search' => $this->values['search'] && $this->library,
            'references' => $this->values['references'],
            'report' => $this->values['report'] && $editor,
            'official' => !$this->values['houseRules'],
        ];
        return array_merge($attributes, array_fill_keys(array_keys(array_filter($switches)), true));
    }

    /** The styles on offer: those of the library only where it is there. */
    private function available()
    {
        $styles = self::names($this->values['styles']);
        if (!$this->library) {
            $styles = array_values(array_intersect($styles, array_keys(self::STYLES)));
        }
        return $styles === [] ? self::names(self::DEFAULTS['styles']) : $styles;
    }

    /** The names of styles in a text, each once. */
    private static function names($text)
    {
        preg_match_all('/(?<![^\s,])[a-z0-9][a-z0-9-]*(?![^\s,])/', strtolower($text), $found);
        return array_values(array_unique($found[0]));
    }

    /** A field of the input as a text; an array, which a browser can send as well, counts as nothing. */
    private static function text(array $input, $field)
    {
        return isset($input[$field]) && is_string($input[$field]) ? $input[$field] : '';
    }
}
