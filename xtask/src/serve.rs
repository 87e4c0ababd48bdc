//! `cargo xtask serve`: a static server for the demo page, for development only.
//!
//! It answers GET and HEAD on the loopback interface, one thread a connection, one request a connection. WebAssembly
//! is compiled while it arrives only as `application/wasm`, and a general-purpose static server may lack that type.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::{Outcome, build, project};

/// The port that is tried first.
pub const PORT: u16 = 8000;
/// The pages beside the demo, in `www/`.
const OTHER_PAGES: [&str; 3] = ["embed.html", "install.html", "playground.html"];
/// The most bytes of a request's head; browsers send less.
const MAX_HEAD: u64 = 16 * 1024;
/// How long a client may take for its request.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Builds, then serves the demo page until stopped. Port 0 lets the system choose.
pub fn serve(port: u16) -> Outcome<()> {
    build::build(build::Scope::Everything)?;
    let (listener, address) = listen(port)?;
    if !project::library().is_dir() {
        println!(
            "The search for other styles finds nothing until `cargo xtask styles --all` has made the library."
        );
    }
    println!("The demo page: {address}   (stop with Ctrl+C)");
    println!("Other pages: {}", OTHER_PAGES.map(|page| [&address, page].concat()).join(" "));
    // The built files come first: www/cite-let.js is the source of the element that pages load. The library is a folder
    // of `dist`, so that it is found under `library/`.
    accept(&listener, &[project::web(), project::root().join("www"), project::root().join("dist")]);
    Ok(())
}

/// Opens the port on the loopback interface, which other machines cannot reach.
pub fn listen(port: u16) -> Outcome<(TcpListener, String)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        format!("Cannot serve on port {port}: {error}. `cargo xtask serve --port N` takes another, 0 any.")
    })?;
    let address = listener.local_addr().map_err(|error| format!("The server has no address: {error}."))?;
    Ok((listener, format!("http://localhost:{}/", address.port())))
}

/// Answers requests with files of `folders`, the first that has it, for as long as the process lives.
pub fn accept(listener: &TcpListener, folders: &[PathBuf]) {
    for stream in listener.incoming().filter_map(Result::ok) {
        let folders = folders.to_vec();
        // A client that closes its connection early is no failure.
        thread::spawn(move || answer(stream, &folders).unwrap_or_default());
    }
}

fn answer(mut stream: TcpStream, folders: &[PathBuf]) -> io::Result<()> {
    stream.set_read_timeout(Some(TIMEOUT))?;
    stream.set_write_timeout(Some(TIMEOUT))?;
    let mut head = BufReader::new(stream.try_clone()?.take(MAX_HEAD));
    let mut request = String::new();
    head.read_line(&mut request)?;
    // The rest of the head is read so that closing does not reset the connection.
    let mut line = String::new();
    while head.read_line(&mut line)? > 2 {
        line.clear();
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if !matches!(method, "GET" | "HEAD") {
        return respond(&mut stream, "405 Method Not Allowed", "text/plain", b"", true);
    }
    match resolve(target, folders) {
        Some(file) => respond(&mut stream, "200 OK", mime(&file), &fs::read(&file)?, method == "GET"),
        None => {
            respond(&mut stream, "404 Not Found", "text/plain", b"There is no such file.\n", method == "GET")
        }
    }
}

fn respond(stream: &mut TcpStream, status: &str, mime: &str, body: &[u8], with_body: bool) -> io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if with_body {
        stream.write_all(body)?;
    }
    stream.flush()
}

/// The file that a request's target names; a folder means its `index.html`.
fn resolve(target: &str, folders: &[PathBuf]) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let path = decode(path.strip_prefix('/')?)?;
    let path = Path::new(&path);
    // Only plain names lead downwards; `..`, a root and a drive letter do not.
    if !path.components().all(|component| matches!(component, Component::Normal(_))) {
        return None;
    }
    folders.iter().find_map(|folder| {
        let file = folder.join(path);
        let file = if file.is_dir() { file.join("index.html") } else { file };
        file.is_file().then_some(file)
    })
}

/// Decodes percent-encoding; `None` where it is malformed or the result cannot be a file name.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        rest = tail;
        if first != b'%' {
            bytes.push(first);
            continue;
        }
        let (digits, tail) = rest.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
        rest = tail;
    }
    String::from_utf8(bytes).ok().filter(|path| !path.contains(['\0', '\\']))
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sends `request` to a server over this package's folder and returns the whole response.
    fn response_to(request: &str) -> String {
        let (listener, address) = listen(0).unwrap();
        let port = address.trim_end_matches('/').rsplit(':').next().unwrap().to_owned();
        thread::spawn(move || accept(&listener, &[project::root().join("xtask")]));
        let mut stream = TcpStream::connect(("127.0.0.1", port.parse().unwrap())).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut response = String::new();
        stream.read_to_string(&mut response).unwrap();
        response
    }

    #[test]
    fn files_are_served_with_their_length() {
        let body = fs::read_to_string(project::root().join("xtask/Cargo.toml")).unwrap();
        let response = response_to("GET /Cargo.toml?now HTTP/1.1\r\nHost: x\r\n\r\n");
        assert!(response.starts_with("HTTP/1.1 200 OK\r\n"), "{response}");
        assert!(response.contains(&format!("Content-Length: {}\r\n", body.len())), "{response}");
        assert!(response.ends_with(&body), "{response}");
        let head = response_to("HEAD /Cargo.toml HTTP/1.1\r\n\r\n");
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n") && head.ends_with("\r\n\r\n"), "{head}");
    }

    #[test]
    fn the_pages_beside_the_demo_are_there() {
        for page in OTHER_PAGES {
            let target = ["/", page].concat();
            assert!(resolve(&target, &[project::root().join("www")]).is_some(), "{page}");
        }
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        for target in [
            "/../Cargo.toml",
            "/src/../../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "//etc/passwd",
            "/%2fetc/passwd",
            "/%",
            "x",
        ] {
            let response = response_to(&format!("GET {target} HTTP/1.1\r\n\r\n"));
            assert!(response.starts_with("HTTP/1.1 404 "), "{target}: {response}");
        }
        assert!(response_to("POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405 "));
    }

    #[test]
    fn percent_encoding_is_decoded_once() {
        assert_eq!(decode("a%20b%C3%A9").as_deref(), Some("a bé"));
        assert_eq!(decode("%252e").as_deref(), Some("%2e"));
        assert_eq!(decode("%zz"), None);
        assert_eq!(decode("a%00"), None);
        assert_eq!(mime(Path::new("a/citelet.wasm")), "application/wasm");
    }
}
