//! What is asked of a citation processor, ours or the reference, and how either is run.

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

/// The answer to a request: HTML, or one sentence about why there is none.
pub type Answer = Result<String, String>;

/// Who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Processor {
    /// Citelet.
    Ours,
    /// citeproc-js, the reference.
    CiteprocJs,
}

impl Processor {
    /// The processor that `--engine` names.
    pub fn from_word(word: &str) -> Outcome<Processor> {
        match word {
            "citelet" => Ok(Processor::Ours),
            "citeproc-js" => Ok(Processor::CiteprocJs),
            _ => Err(format!("There is no engine “{word}”; there are citelet and citeproc-js.")),
        }
    }

    /// Answers all requests, in their order.
    ///
    /// # Errors
    /// When the processor cannot be set up at all; a request that it cannot answer is an [`Answer`].
    pub fn answer(self, requests: &[Request]) -> Outcome<Vec<Answer>> {
        match self {
            Processor::Ours => ours::answer(requests),
            Processor::CiteprocJs => citeproc_js::answer(requests),
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
