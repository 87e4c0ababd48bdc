//! The works that an article cites, from the page to items.

use xtask::html;

#[test]
fn what_a_page_cites_is_collected_as_it_is_worded() {
    let page = html::page(
        "<meta name=citation_reference content='Kuhn, T. S. (1962). The structure of scientific revolutions.'>
        <section class='item references'><h2>References</h2><div class=value><p>Kuhn, T. S. (1962). <em>The
        structure</em></p><p>Popper, K.</p></div></section>
        <section role=doc-bibliography><ul><li role=doc-biblioentry>Lakatos, I. <a href=#>Google Scholar</a></li></ul></section>",
    );
    assert_eq!(
        page.references().collect::<Vec<_>>(),
        [
            "Kuhn, T. S. (1962). The structure of scientific revolutions.",
            "Kuhn, T. S. (1962). <i>The structure</i>",
            "Popper, K.",
            "Lakatos, I. Google Scholar",
        ]
    );
}
