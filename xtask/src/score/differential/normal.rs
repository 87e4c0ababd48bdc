//! Brings the HTML of two processors to one spelling, so that equal strings mean equal citations.

/// Entities are spelled one way and links are left out: citeproc-js marks none unless told to, and spells `&` as
/// `&#38;`. Nothing else is touched; a no-break space stays one.
pub fn normal(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html.trim();
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (taken, spelled) = link_tag(rest).or_else(|| entity(rest)).unwrap_or((1, &rest[..1]));
        out.push_str(spelled);
        rest = &rest[taken..];
    }
    out + rest
}

/// The length of the tag of a link, and nothing in its place.
fn link_tag(text: &str) -> Option<(usize, &str)> {
    let is_link = text.starts_with("<a ") || text.starts_with("</a>");
    is_link.then(|| text.find('>')).flatten().map(|end| (end + 1, ""))
}

/// The length of an entity and its one spelling.
fn entity(text: &str) -> Option<(usize, &str)> {
    const SPELLINGS: [(&str, &str); 14] = [
        ("&#38;", "&amp;"),
        ("&amp;", "&amp;"),
        ("&#60;", "&lt;"),
        ("&lt;", "&lt;"),
        ("&#62;", "&gt;"),
        ("&gt;", "&gt;"),
        ("&#34;", "\""),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&apos;", "'"),
        ("&#160;", "\u{a0}"),
        ("&nbsp;", "\u{a0}"),
        ("&#8202;", "\u{200a}"),
    ];
    let found = SPELLINGS.iter().find(|(from, _)| text.starts_with(from));
    found.map(|(from, to)| (from.len(), *to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_is_one_and_the_rest_stays() {
        let check = |html: &str, want: &str| assert_eq!(normal(html), want);
        check("A &#38; B &amp; C", "A &amp; B &amp; C");
        check("<a href=\"https://doi.org/10.1/x\">10.1/x</a> <abbr>b</abbr>", "10.1/x <abbr>b</abbr>");
        check(" &#60;i&gt; &quot;q&quot; &unknown; ", "&lt;i&gt; \"q\" &unknown;");
        check("<i>x</i>&#160;y", "<i>x</i>\u{a0}y");
    }
}
