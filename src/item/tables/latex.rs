//! LaTeX's commands for characters outside ASCII, by character: one table for writing and reading.

/// LaTeX's accents by combining mark. Those of the second dozen are in the kernel as `\textcommabelow` or nowhere,
/// so marks that are not listed go the way of all unknown characters.
pub const ACCENTS: &str = "\u{300}=\\`|\u{301}=\\'|\u{302}=\\^|\u{303}=\\~|\u{304}=\\=|\u{306}=\\u|\u{307}=\\.|\u{308}=\\\"|\
    \u{30a}=\\r|\u{30b}=\\H|\u{30c}=\\v|\u{323}=\\d|\u{326}=\\textcommabelow|\u{327}=\\c|\u{328}=\\k|\
    \u{331}=\\b";

/// Letters that have a command; braces around it make BibTeX treat it as one letter.
pub const LETTERS: &str = "ø=\\o|Ø=\\O|ł=\\l|Ł=\\L|ß=\\ss|æ=\\ae|Æ=\\AE|œ=\\oe|Œ=\\OE|đ=\\dj|Đ=\\DJ|ð=\\dh|Ð=\\DH|þ=\\th|\
    Þ=\\TH|ŋ=\\ng|Ŋ=\\NG|ı=\\i|ȷ=\\j";

/// Signs, each as LaTeX has it.
pub const SIGNS: &str = "–=--|—=---|‘=`|’='|“=``|”=''|\u{a0}=~|\u{202f}=\\,|\u{2009}=\\,|\u{2010}=-|\u{2011}=\\mbox{-}|\
    \u{ad}=\\-|…=\\ldots{}|„=\\quotedblbase{}|‚=\\quotesinglbase{}|«=\\guillemotleft{}|\
    »=\\guillemotright{}|‹=\\guilsinglleft{}|›=\\guilsinglright{}|¡=!`|¿=?`|•=\\textbullet{}|\
    ·=\\textperiodcentered{}|°=\\textdegree{}|±=$\\pm$|×=$\\times$|÷=$\\div$|−=$-$|≤=$\\leq$|≥=$\\geq$|\
    ≠=$\\neq$|≈=$\\approx$|∼=$\\sim$|∞=$\\infty$|→=$\\rightarrow$|←=$\\leftarrow$|↔=$\\leftrightarrow$|\
    ′=$'$|″=$''$|√=$\\surd$|∑=$\\sum$|∂=$\\partial$|∈=$\\in$|©=\\textcopyright{}|®=\\textregistered{}|\
    ™=\\texttrademark{}|§=\\S{}|¶=\\P{}|†=\\dag{}|‡=\\ddag{}|£=\\pounds{}|€=\\texteuro{}|¥=\\textyen{}|\
    ¢=\\textcent{}|ª=\\textordfeminine{}|º=\\textordmasculine{}|¹=\\textsuperscript{1}|\
    ²=\\textsuperscript{2}|³=\\textsuperscript{3}|½=\\textonehalf{}|¼=\\textonequarter{}|\
    ¾=\\textthreequarters{}|µ=$\\mu$";

/// The names of the small Greek letters from alpha to omega; empty where TeX has no letter of its own.
pub const GREEK: &str = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi  pi rho varsigma \
    sigma tau upsilon phi chi psi omega";

/// The capital Greek letters that TeX has.
pub const GREEK_CAPITALS: &str =
    "Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega";
