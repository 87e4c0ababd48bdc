//! A request to a citation processor, and the two processors: Citelet and citeproc-js, the reference.

use citelet::engine::CitationForm;
use serde_json::{Value, json};

use super::{citeproc_js, ours};
use xtask::Outcome;

/// One citation to be formatted.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The official style's name: `apa`.
    pub style: String,
    /// Which form.
    pub form: CitationForm,
    /// The record, as CSL-JSON.
    pub item: Value,
    /// The place in the work: its type in CSL's words and its value.
    pub locator: Option<(String, String)>,
}

/// The output for a request: HTML, or one sentence about why there is none.
pub type Output = Result<String, String>;

/// A citation processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Processor {
    /// Citelet.
    Ours,
    /// Citelet without the house rules: the styles to the letter.
    Official,
    /// citeproc-js, the reference.
    CiteprocJs,
}

impl Processor {
    /// The processor that `--engine` names.
    pub fn from_word(word: &str) -> Outcome<Processor> {
        match word {
            "citelet" => Ok(Processor::Ours),
            "official" => Ok(Processor::Official),
            "citeproc-js" => Ok(Processor::CiteprocJs),
            _ => Err(format!("There is no engine “{word}”; there are citelet, official and citeproc-js.")),
        }
    }

    /// The outputs for all requests, in their order.
    ///
    /// # Errors
    /// When the processor cannot be set up at all; the failure of one request is part of its [`Output`].
    pub fn outputs(self, requests: &[Request]) -> Outcome<Vec<Output>> {
        match self {
            Processor::Ours => ours::outputs(requests, false),
            Processor::Official => ours::outputs(requests, true),
            Processor::CiteprocJs => citeproc_js::outputs(requests),
        }
    }
}

impl Request {
    /// The request as the reference's script reads it, but for its key.
    pub fn to_json(&self) -> Value {
        let mut request = json!({ "form": self.form.word(), "item": self.item });
        if let Some((label, locator)) = &self.locator {
            request["cite"] = json!({ "label": label, "locator": locator });
        }
        request
    }
}
