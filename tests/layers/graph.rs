//! Which file of a crate uses which: the paths of each file, resolved through re-exports to the file that defines the
//! name.
//!
//! A `pub use` by itself makes no edge, since it only gives a name another place; whoever uses that name has an edge to
//! the file that defines it. Unit tests are left out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, ItemUse, Macro, UseTree, Visibility};

/// A path from the crate's root: `["csl", "render", "Rendered"]`.
pub(crate) type Names = Vec<String>;

/// The files that each file uses, by their names below the folder.
pub(crate) type Graph = BTreeMap<String, BTreeSet<String>>;

/// How far re-exports of re-exports are followed.
const DEPTH: usize = 8;

/// One source file.
#[derive(Default)]
struct Module {
    file: String,
    /// Its path from the crate's root.
    path: Names,
    /// The names that `use` brings in, with their full paths from the root.
    imports: BTreeMap<String, Names>,
    /// The modules of `use …::*`.
    globs: Vec<Names>,
    /// Items that are defined here.
    items: BTreeSet<String>,
    /// Child modules.
    children: BTreeSet<String>,
    /// Paths that the code uses, from the root.
    used: Vec<Names>,
    /// Paths whose first name may be an import: as they are written.
    written: Vec<Names>,
}

/// The graph of the Rust files below a folder, `lib.rs` at its top.
pub(crate) fn graph(folder: &Path) -> Graph {
    let modules: Vec<Module> = sources(folder).iter().map(|file| module(folder, file)).collect();
    let by_path: BTreeMap<&[String], &Module> =
        modules.iter().map(|module| (module.path.as_slice(), module)).collect();
    let used = |module: &Module| {
        let written = module.written.iter().filter_map(|names| absolute(names, module));
        let paths = module.used.iter().cloned().chain(written);
        let files = paths.filter_map(|names| resolve(&names, &by_path, DEPTH));
        files.filter(|file| *file != module.file).collect()
    };
    modules.iter().map(|module| (module.file.clone(), used(module))).collect()
}

/// All Rust files below a folder.
pub(crate) fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    // `cargo check` in `fuzz/` leaves a target folder there.
    let below =
        folders.iter().filter(|folder| !folder.ends_with("target")).flat_map(|folder| sources(folder));
    files.into_iter().filter(|file| file.extension().is_some_and(|end| end == "rs")).chain(below).collect()
}

/// `csl/render/mod.rs` is the module `csl::render`, `lib.rs` the crate's root.
pub(crate) fn module_of(file: &str) -> Names {
    let file = file.strip_suffix(".rs").unwrap_or(file);
    let mut names: Names = file.split('/').map(str::to_owned).collect();
    if matches!(names.last().map(String::as_str), Some("mod" | "lib")) {
        names.pop();
    }
    names
}

fn module(folder: &Path, file: &Path) -> Module {
    let name = file.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
    let mut module = Module { path: module_of(&name), file: name, ..Module::default() };
    let text = fs::read_to_string(file).unwrap();
    let syntax = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    module.visit_file(&syntax);
    module
}

/// The file that defines what a path names; `None` for other crates.
fn resolve(names: &[String], modules: &BTreeMap<&[String], &Module>, depth: usize) -> Option<String> {
    let length = (0..=names.len()).rev().find(|length| modules.contains_key(&names[..*length]))?;
    let (module, rest) = (modules[&names[..length]], &names[length..]);
    let Some((name, rest)) = rest.split_first() else { return Some(module.file.clone()) };
    if depth == 0 || module.items.contains(name) {
        return Some(module.file.clone());
    }
    if let Some(target) = module.imports.get(name) {
        return resolve(&[target.as_slice(), rest].concat(), modules, depth - 1);
    }
    let defines = |glob: &&Names| {
        let module = modules.get(glob.as_slice());
        module.is_some_and(|module| module.items.contains(name) || module.imports.contains_key(name))
    };
    match module.globs.iter().find(defines) {
        Some(glob) => {
            resolve(&[glob.as_slice(), std::slice::from_ref(name), rest].concat(), modules, depth - 1)
        }
        // A name that the root lacks is another crate's.
        None if length == 0 => None,
        None => Some(module.file.clone()),
    }
}

/// A written path from the crate's root, if it begins with an import or a child module.
fn absolute(names: &Names, module: &Module) -> Option<Names> {
    let (first, rest) = names.split_first()?;
    if let Some(target) = module.imports.get(first) {
        return Some([target.as_slice(), rest].concat());
    }
    // A name alone is a variable rather than a child module.
    let is_child = !rest.is_empty() && module.children.contains(first);
    is_child.then(|| [module.path.as_slice(), names].concat())
}

impl Module {
    /// A path that begins with `crate`, `self` or `super`, from the crate's root.
    fn rooted(&self, names: &[String]) -> Option<Names> {
        let mut base = match names.first()?.as_str() {
            "crate" => Names::new(),
            "self" | "super" => self.path.clone(),
            _ => return None,
        };
        let mut rest = names;
        while let Some((first, after)) = rest.split_first() {
            match first.as_str() {
                "crate" | "self" => {}
                "super" => drop(base.pop()),
                _ => break,
            }
            rest = after;
        }
        base.extend_from_slice(rest);
        Some(base)
    }

    fn use_path(&mut self, names: Names) {
        match self.rooted(&names) {
            Some(path) => self.used.push(path),
            None => self.written.push(names),
        }
    }

    /// Takes a `use` apart. Paths of other crates are kept too; they resolve to nothing.
    fn import(&mut self, tree: &UseTree, before: &[String], is_public: bool) {
        match tree {
            UseTree::Path(path) => {
                self.import(&path.tree, &[before, &[path.ident.to_string()]].concat(), is_public)
            }
            UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.import(tree, before, is_public));
            }
            UseTree::Name(name) if name.ident == "self" => {
                self.bring_in(before.last().cloned().unwrap_or_default(), before, is_public);
            }
            UseTree::Name(name) => {
                let name = name.ident.to_string();
                self.bring_in(name.clone(), &[before, &[name]].concat(), is_public);
            }
            UseTree::Rename(name) => {
                let path = [before, &[name.ident.to_string()]].concat();
                self.bring_in(name.rename.to_string(), &path, is_public);
            }
            UseTree::Glob(_) => {
                let path = self.in_full(before);
                if !is_public {
                    self.used.push(path.clone());
                }
                self.globs.push(path);
            }
        }
    }

    fn bring_in(&mut self, name: String, path: &[String], is_public: bool) {
        let path = self.in_full(path);
        if !is_public {
            self.used.push(path.clone());
        }
        self.imports.insert(name, path);
    }

    /// The path of a `use`, from the root: it may begin with a child module.
    fn in_full(&self, path: &[String]) -> Names {
        let child = path.first().is_some_and(|first| self.children.contains(first));
        match self.rooted(path) {
            Some(path) => path,
            None if child => [self.path.as_slice(), path].concat(),
            // Another crate; no module has a name that begins so.
            None => [&["extern".to_owned()], path].concat(),
        }
    }

    /// Every path in the tokens of a macro.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path = Names::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.finish(&mut path);
                    }
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => {
                    self.finish(&mut path);
                    self.tokens(group.stream());
                    colons = 0;
                }
                _ => {
                    self.finish(&mut path);
                    colons = 0;
                }
            }
        }
        self.finish(&mut path);
    }

    fn finish(&mut self, path: &mut Names) {
        if !path.is_empty() {
            self.use_path(std::mem::take(path));
        }
    }
}

impl<'ast> Visit<'ast> for Module {
    fn visit_file(&mut self, file: &'ast syn::File) {
        // Child modules come first, because a `use` may begin with one.
        for item in &file.items {
            if let Item::Mod(child) = item {
                self.children.insert(child.ident.to_string());
            }
        }
        visit::visit_file(self, file);
    }

    fn visit_item(&mut self, item: &'ast Item) {
        let (name, attributes) = described(item);
        if attributes.iter().any(is_test) {
            return;
        }
        self.items.extend(name);
        visit::visit_item(self, item);
    }

    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        if let Some((_, items)) = &module.content {
            items.iter().for_each(|item| self.visit_item(item));
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let is_public = !matches!(item.vis, Visibility::Inherited);
        self.import(&item.tree, &[], is_public);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.use_path(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.tokens(call.tokens.clone());
    }

    fn visit_attribute(&mut self, _: &'ast Attribute) {}

    /// `pub(super)` uses nothing.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}

/// The name that an item defines, and its attributes.
fn described(item: &Item) -> (Option<String>, &[Attribute]) {
    let (name, attributes) = match item {
        Item::Const(item) => (Some(&item.ident), &item.attrs),
        Item::Enum(item) => (Some(&item.ident), &item.attrs),
        Item::Fn(item) => (Some(&item.sig.ident), &item.attrs),
        Item::Macro(item) => (item.ident.as_ref(), &item.attrs),
        Item::Static(item) => (Some(&item.ident), &item.attrs),
        Item::Struct(item) => (Some(&item.ident), &item.attrs),
        Item::Trait(item) => (Some(&item.ident), &item.attrs),
        Item::Type(item) => (Some(&item.ident), &item.attrs),
        Item::Impl(item) => (None, &item.attrs),
        Item::Mod(item) => (None, &item.attrs),
        Item::Use(item) => (None, &item.attrs),
        _ => return (None, &[]),
    };
    (name.map(ToString::to_string), attributes)
}

/// `#[cfg(test)]` or `#[test]`.
fn is_test(attribute: &Attribute) -> bool {
    let is_cfg = |attribute: &Attribute| match &attribute.meta {
        syn::Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        _ => false,
    };
    attribute.path().is_ident("test") || is_cfg(attribute)
}

/// The circles of a graph, by Tarjan's algorithm: the sets of files that all reach each other.
pub(crate) fn circles(graph: &Graph) -> Vec<BTreeSet<String>> {
    let mut search = Search {
        graph,
        order: BTreeMap::new(),
        low: BTreeMap::new(),
        stack: Vec::new(),
        circles: Vec::new(),
    };
    for file in graph.keys() {
        if !search.order.contains_key(file.as_str()) {
            search.visit(file);
        }
    }
    search.circles
}

struct Search<'a> {
    graph: &'a Graph,
    /// When each file was reached.
    order: BTreeMap<&'a str, usize>,
    /// The earliest file on the stack that each file reaches.
    low: BTreeMap<&'a str, usize>,
    stack: Vec<&'a str>,
    circles: Vec<BTreeSet<String>>,
}

impl<'a> Search<'a> {
    fn visit(&mut self, file: &'a str) {
        let order = self.order.len();
        self.order.insert(file, order);
        self.low.insert(file, order);
        self.stack.push(file);
        for used in self.graph.get(file).into_iter().flatten() {
            if !self.order.contains_key(used.as_str()) {
                self.visit(used);
                self.lower(file, self.low[used.as_str()]);
            } else if self.stack.contains(&used.as_str()) {
                self.lower(file, self.order[used.as_str()]);
            }
        }
        if self.low[file] == order {
            let at = self.stack.iter().position(|name| *name == file).unwrap_or_default();
            let circle: BTreeSet<String> = self.stack.drain(at..).map(str::to_owned).collect();
            if circle.len() > 1 {
                self.circles.push(circle);
            }
        }
    }

    fn lower(&mut self, file: &'a str, to: usize) {
        let low = self.low[file].min(to);
        self.low.insert(file, low);
    }
}
