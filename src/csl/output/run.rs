//! A run through serde: formatting as the flags that scripts know (`italic`, `smallCaps`), each left out where it is off.

use alloc::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Run;
use crate::csl::program::{FontStyle, FontVariant, FontWeight, Formatting, TextDecoration, VerticalAlign};

#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct RunFields<'a> {
    text: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    href: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    italic: bool,
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    bold: bool,
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    small_caps: bool,
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    underline: bool,
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    sup: bool,
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    sub: bool,
}

impl Serialize for Run {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Formatting { font_style, font_variant, font_weight, text_decoration, vertical_align } =
            self.format;
        let fields = RunFields {
            text: Cow::Borrowed(&self.text),
            href: self.href.as_deref().map(Cow::Borrowed),
            italic: matches!(font_style, Some(FontStyle::Italic | FontStyle::Oblique)),
            bold: font_weight == Some(FontWeight::Bold),
            small_caps: font_variant == Some(FontVariant::SmallCaps),
            underline: text_decoration == Some(TextDecoration::Underline),
            sup: vertical_align == Some(VerticalAlign::Sup),
            sub: vertical_align == Some(VerticalAlign::Sub),
        };
        fields.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Run {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Run, D::Error> {
        let fields = RunFields::deserialize(deserializer)?;
        let sub = fields.sub.then_some(VerticalAlign::Sub);
        let format = Formatting {
            font_style: fields.italic.then_some(FontStyle::Italic),
            font_variant: fields.small_caps.then_some(FontVariant::SmallCaps),
            font_weight: fields.bold.then_some(FontWeight::Bold),
            text_decoration: fields.underline.then_some(TextDecoration::Underline),
            vertical_align: fields.sup.then_some(VerticalAlign::Sup).or(sub),
        };
        Ok(Run { text: fields.text.into_owned(), format, href: fields.href.map(Cow::into_owned) })
    }
}
