fn main() {
    for arg in std::env::args().skip(1) {
        let r = xtask::html::read_file(std::path::Path::new(&arg)).unwrap();
        println!("== {arg} [{}]", r.item.item_type.word());
        for (v, f) in r.item.fields() {
            use citelet::item::Value::*;
            let t = match f { Text(t) => t.clone(), Names(n) => n.iter().map(|n| if n.literal.is_empty() { [&n.family, &n.given, &n.dropping_particle, &n.non_dropping_particle, &n.suffix].map(|x| x.as_str()).join("|").trim_end_matches('|').to_owned() } else { format!("{{{}}}", n.literal) }).collect::<Vec<_>>().join("; "), Date(d) => format!("{:?}-{:?} {}", d.start.map(|s| (s.year, s.month, s.day)), d.end.map(|s| (s.year, s.month, s.day)), d.literal) };
            println!("  {}: {}", v.word(), t.chars().take(110).collect::<String>());
        }
        for x in &r.repairs { println!("  R {} {:?} > {:?} {}", x.field, x.from, x.to, x.rule.word()); }
        for x in &r.doubts { println!("  D {} {}", x.field, x.message); }
    }
}
