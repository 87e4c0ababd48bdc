//! Long files and long functions.

use std::fs;
use std::path::{Path, PathBuf};

use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Block, ImplItemFn, ItemFn, Signature, TraitItemFn};

use crate::graph::sources;

/// A function with its file and its length in lines, from its name to its last brace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Function {
    pub(crate) file: String,
    pub(crate) name: String,
    pub(crate) lines: usize,
}

/// All functions of the Rust files below some folders of the checkout, tests included.
pub(crate) fn functions(root: &Path, folders: &[&str]) -> Vec<Function> {
    let mut functions = Vec::new();
    for file in folders.iter().flat_map(|folder| sources(&root.join(folder))) {
        let text = fs::read_to_string(&file).unwrap();
        let syntax = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let mut visitor = Functions { file: name_below(root, &file), functions: &mut functions };
        visitor.visit_file(&syntax);
    }
    functions
}

struct Functions<'a> {
    file: String,
    functions: &'a mut Vec<Function>,
}

impl Functions<'_> {
    fn push(&mut self, signature: &Signature, body: &Block) {
        let lines = body.span().end().line - signature.span().start().line + 1;
        self.functions.push(Function { file: self.file.clone(), name: signature.ident.to_string(), lines });
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.push(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        self.push(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast TraitItemFn) {
        if let Some(body) = &function.default {
            self.push(&function.sig, body);
        }
        visit::visit_trait_item_fn(self, function);
    }
}

/// The files of code below some folders of the checkout, with their numbers of lines.
pub(crate) fn files(root: &Path, folders: &[&str]) -> Vec<(String, usize)> {
    let code = |file: &PathBuf| {
        let ending = file.extension().map(|ending| ending.to_string_lossy().into_owned());
        ending.is_some_and(|ending| ["rs", "js", "mjs", "ts", "css", "php"].contains(&ending.as_str()))
    };
    let files = folders.iter().flat_map(|folder| all_files(&root.join(folder))).filter(code);
    files.map(|file| (name_below(root, &file), fs::read_to_string(&file).unwrap().lines().count())).collect()
}

fn all_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    files.into_iter().chain(folders.iter().flat_map(|folder| all_files(folder))).collect()
}

fn name_below(root: &Path, file: &Path) -> String {
    file.strip_prefix(root).unwrap_or(file).to_string_lossy().replace('\\', "/")
}
