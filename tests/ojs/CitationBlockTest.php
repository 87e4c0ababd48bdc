<?php

require_once __DIR__ . '/../../package/ojs/classes/CitationBlock.php';

use APP\plugins\generic\citelet\classes\CitationBlock;
use PHPUnit\Framework\TestCase;

/** In the cases, `[` and `]` stand where the element should begin and end. */
class CitationBlockTest extends TestCase
{
    /** The shapes that themes give to the block. */
    public static function blocks()
    {
        $menu = '<a href="/citationstylelanguage/get/apa" data-load-citation aria-controls="citationOutput">APA</a>';
        return [
            'the default theme: the menu is the next element' => [
                "<div class=\"value\">\n[<div id=\"citationOutput\" role=\"region\"><div><i>Title</i></div></div>\n"
                . "<div class=\"citation_formats\"><button>More</button><ul><li>$menu</li></ul></div>]\n</div>",
            ],
            'two menus, each in an element of its own' => [
                "<div>[<div id='citationOutput'>A</div><div class=\"b\">$menu</div>"
                . '<div class="b"><a href="/citationstylelanguage/download/ris">RIS</a></div>]<p>Other</p></div>',
            ],
            'something else between citation and menu' => [
                "<div>[<div id=citationOutput>A</div><hr><p>More</p><!-- </div> --><div>$menu</div>]<p>Other</p></div>",
            ],
            'no menu' => ['<div>[<div id="citationOutput">A</div>]</div><div>' . $menu . '</div>'],
            'no elements around it' => ['[<div id="citationOutput">A</div>]'],
            'another element, attributes in any order' => [
                '<p>[<span class="a>b" id="citationOutput">A<br>B<img src=x></span>] and more</p>',
            ],
            'end tags left out' => ['<div>[<DIV ID="citationOutput"><ul><li>A<li>B</ul><p>C</div>]</div>'],
            'drawings and scripts' => [
                '[<div id="citationOutput"><svg><path d="M0 0"/></svg><script>"</div>"</script></div>]</body>',
            ],
            'the name in a comment and in a script before it' => [
                '<!-- <div id="citationOutput"> --><script>$("#citationOutput"); \'<div id="citationOutput">\'</script>'
                . '<a aria-controls="citationOutput" data-id="citationOutput">x</a>[<div id="citationOutput">A</div>]',
            ],
            'a menu whose end cannot be told stays outside' => [
                "[<div id=\"citationOutput\">A</div>]<div><b>$menu</div></b>",
            ],
        ];
    }

    /** @dataProvider blocks */
    public function testTheBlockIsPutBetweenTheTagsAndNothingElseChanges($case)
    {
        $page = str_replace(['[', ']'], '', $case);
        $this->assertSame($case, CitationBlock::wrap($page, '[', ']'));
    }

    /** @dataProvider others */
    public function testOtherPagesAreLeftAlone($page)
    {
        $this->assertNull(CitationBlock::wrap($page, '[', ']'));
    }

    public static function others()
    {
        return [
            'no block' => ['<div id="citation">A</div>'],
            'only its name' => ['<a aria-controls="citationOutput">A</a>'],
            'no end' => ['<div id="citationOutput"><div>A</div>'],
            'tags that cross' => ['<div id="citationOutput"><b>A</div></b>'],
            'nothing' => [''],
        ];
    }

    /** A page of hostile size takes no time that grows faster than the page. */
    public function testManyTagsAreRead()
    {
        $many = str_repeat('<b>', 20000) . str_repeat('</b>', 20000);
        $page = '<div id="citationOutput">' . $many . '</div>';
        $this->assertSame('[' . $page . ']', CitationBlock::wrap($page, '[', ']'));
        $this->assertNull(CitationBlock::wrap('<div id="citationOutput">' . str_repeat('<b>', 50000), '[', ']'));
    }
}
