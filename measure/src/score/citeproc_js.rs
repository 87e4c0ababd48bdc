//! citeproc-js as a black box: a Node process for some styles at a time, its outputs cached on disk.
//!
//! Setting the processor up costs up to some seconds with today's big styles, so a second run over the same records
//! reads the outputs from the cache. The cache's key is a hash of everything that they depend on: style, locale, script,
//! release, and the request itself.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::{fs, thread};

use serde_json::{Map, Value, json};

use super::request::{Output, Request};
use xtask::styles::Library;
use xtask::{Outcome, project, run, setup};

const SCRIPT: &str = include_str!("../../js/citeproc.mjs");

/// How many styles share a process. Each has its engine; a process that ends early costs the answers of its styles alone.
const TOGETHER: usize = 40;

/// The outputs for all requests, style by style, on as many processes as there are cores.
pub(super) fn outputs(requests: &[Request]) -> Outcome<Vec<Output>> {
    let mut of_styles: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, request) in requests.iter().enumerate() {
        of_styles.entry(&request.style).or_default().push(at);
    }
    let reference = Reference::open()?;
    let styles: Vec<(&str, Vec<usize>)> = of_styles.into_iter().collect();
    let groups: Vec<&[(&str, Vec<usize>)]> = styles.chunks(TOGETHER).collect();
    let what = format!("running citeproc-js, {} styles", styles.len());
    let of_groups =
        run::step(&what, || run::on_all_cores(&groups, |styles| reference.outputs_of(styles, requests)));
    let mut outputs: Vec<Output> = vec![Err("citeproc-js gave no output".to_owned()); requests.len()];
    for of_group in of_groups {
        of_group?.into_iter().for_each(|(at, output)| outputs[at] = output);
    }
    Ok(outputs)
}

/// The installed citeproc-js, without installing anything.
///
/// # Errors
/// When Node or the package is missing; says how to get it.
pub fn installed() -> Outcome<PathBuf> {
    let module = project::root().join("node_modules/citeproc");
    if run::find("node").is_some() && module.is_dir() {
        Ok(module)
    } else {
        Err("citeproc-js is not installed; `npm ci` with Node installs it".to_owned())
    }
}

/// Where npm put citeproc-js, which is installed if it is missing.
///
/// # Errors
/// When Node or the package is missing; says how to get it.
pub fn module() -> Outcome<PathBuf> {
    match setup::node_tools()? {
        setup::Node::Ready => Ok(project::root().join("node_modules/citeproc")),
        setup::Node::Missing(reason) => Err(format!("citeproc-js cannot be run: {reason}.")),
    }
}

/// What the outputs depend on, beside style and request.
struct Reference {
    library: Library,
    module: PathBuf,
    /// The XML of every locale by its language.
    locales: Value,
    decided_by: String,
}

/// The cached outputs of one style.
struct Cache {
    name: String,
    xml: String,
    file: PathBuf,
    outputs: HashMap<String, Output>,
    /// The requests that it lacks, each with its key.
    unknown: Vec<(String, Value)>,
}

impl Reference {
    fn open() -> Outcome<Reference> {
        let library = Library::open(project::root())?;
        let langs = library.langs().into_iter();
        let locales: Value =
            langs.map(|lang| (lang.clone(), json!(library.locale_xml(&lang)))).collect::<Map<_, _>>().into();
        let release = project::read_text(&project::root().join("package.json"))?;
        let decided_by = hash(&[SCRIPT, &locales.to_string(), &release].join("\0"));
        Ok(Reference { library, module: module()?, locales, decided_by })
    }

    /// The outputs for the requests of some styles, each with the request's index.
    fn outputs_of(
        &self,
        styles: &[(&str, Vec<usize>)],
        requests: &[Request],
    ) -> Outcome<Vec<(usize, Output)>> {
        let (mut caches, mut keys) = (Vec::new(), Vec::new());
        for (style, numbers) in styles {
            let mut cache = self.cache(style)?;
            for at in numbers {
                let request = requests[*at].to_json();
                let key = hash(&request.to_string());
                keys.push((*at, caches.len(), key.clone()));
                if !cache.outputs.contains_key(&key) {
                    cache.unknown.push((key, request));
                }
            }
            caches.push(cache);
        }
        if let Err(reason) = self.fill(&mut caches) {
            eprintln!("{reason}");
        }
        let known = |(at, cache, key): (usize, usize, String)| {
            let cache: &Cache = &caches[cache];
            Some((at, cache.outputs.get(&key).cloned()?))
        };
        Ok(keys.into_iter().filter_map(known).collect())
    }

    fn cache(&self, name: &str) -> Outcome<Cache> {
        let xml = self.library.style_xml(name).ok_or_else(|| format!("There is no CSL style “{name}”."))?;
        let folder = project::root().join(".cache/citeproc-js");
        project::make_folder(&folder)?;
        let decided_by = hash(&[&self.decided_by, xml.as_str()].join("\0"));
        let file = folder.join(format!("{name}-{decided_by}.jsonl"));
        let lines = fs::read_to_string(&file).unwrap_or_default();
        let outputs = lines.lines().filter_map(read_output).collect();
        Ok(Cache { name: name.to_owned(), xml, file, outputs, unknown: Vec::new() })
    }

    /// Runs citeproc-js for the requests that are not cached yet.
    fn fill(&self, caches: &mut [Cache]) -> Outcome<()> {
        let mut lines = json!({ "module": self.module, "locales": self.locales }).to_string() + "\n";
        let lacking = caches.iter().filter(|cache| !cache.unknown.is_empty());
        let mut lacks = false;
        for cache in lacking {
            lacks = true;
            lines += &(json!({ "name": cache.name, "style": cache.xml }).to_string() + "\n");
            for (key, request) in &cache.unknown {
                let mut request = request.clone();
                request["key"] = json!(key);
                lines += &(request.to_string() + "\n");
            }
        }
        if !lacks {
            return Ok(());
        }
        let mut current = None;
        converse(lines, |line| match read_name(line) {
            Some(name) => current = caches.iter().position(|cache| cache.name == name),
            None => {
                if let Some(at) = current {
                    caches[at].add(line);
                }
            }
        })
    }
}

impl Cache {
    fn add(&mut self, line: &str) {
        // A cache that cannot be written costs time, nothing else.
        if let Ok(mut file) = fs::OpenOptions::new().create(true).append(true).open(&self.file) {
            let _ = file.write_all([line, "\n"].concat().as_bytes());
        }
        self.outputs.extend(read_output(line));
    }
}

/// The style that the next answers are in, if the line says so.
fn read_name(line: &str) -> Option<String> {
    let line: Value = serde_json::from_str(line).ok()?;
    line["name"].as_str().map(str::to_owned)
}

fn read_output(line: &str) -> Option<(String, Output)> {
    let output: Value = serde_json::from_str(line).ok()?;
    let text = |name: &str| output[name].as_str().map(str::to_owned);
    let html = text("html").map(Ok).or_else(|| text("error").map(Err))?;
    Some((text("key")?, html))
}

/// Starts the script, writes `lines` to it and passes on the lines that it prints.
fn converse(lines: String, mut take: impl FnMut(&str)) -> Outcome<()> {
    let (mut child, mut to, from) = start()?;
    let writer = thread::spawn(move || to.write_all(lines.as_bytes()));
    let printed = BufReader::new(from).lines().try_for_each(|line| line.map(|line| take(&line)));
    // When the script stops early, writing to it fails as well; the exit status is the better reason.
    let _ = writer.join();
    let status = child.wait().map_err(|error| format!("citeproc-js was lost: {error}."))?;
    if !status.success() {
        return Err(format!("The script that runs citeproc-js failed ({status}); its messages are above."));
    }
    printed.map_err(|error| format!("The output of citeproc-js cannot be read: {error}."))
}

fn start() -> Outcome<(Child, ChildStdin, ChildStdout)> {
    let script = project::root().join("measure/js/citeproc.mjs");
    let mut node = run::command("node");
    node.arg(script).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = node.spawn().map_err(|error| format!("Cannot run node: {error}."))?;
    match (child.stdin.take(), child.stdout.take()) {
        (Some(to), Some(from)) => Ok((child, to, from)),
        _ => Err("Cannot connect to node.".to_owned()),
    }
}

fn hash(text: &str) -> String {
    // SipHash with its fixed default keys: the same in every run.
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
