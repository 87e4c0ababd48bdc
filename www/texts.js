// What the widget itself says, by language.

/** The keys of the words, which are documented in `index.d.ts`, in the order of the words below. */
const KEYS = `title
style
copy
copied
selected
reference
in-text
narrative
note
short-note
download
saved
mended
warnings
other
references`;

/** The words of each language, a line each: keys said once make the file that every page loads a good deal smaller. */
const TEXTS = {
  en: `Cite this article
Cite as
Copy
Copied.
Selected: press Ctrl+C or ⌘C.
Reference
In text
In a sentence
Note
Later notes
Download
Saved.
Mended details
Uncertain details
Other style …
References`,
  de: `Artikel zitieren
Zitieren nach
Kopieren
Kopiert.
Ausgewählt: Strg+C oder ⌘C drücken.
Literaturangabe
Im Text
Im Satz
Fußnote
Spätere Fußnoten
Herunterladen
Gespeichert.
Berichtigte Angaben
Unsichere Angaben
Anderer Stil …
Literatur`,
  fr: `Citer cet article
Citer selon
Copier
Copié.
Texte sélectionné : Ctrl+C ou ⌘C pour copier.
Référence
Dans le texte
Dans la phrase
Note
Notes suivantes
Télécharger
Enregistré.
Données corrigées
Données incertaines
Autre style…
Références`,
  es: `Citar este artículo
Citar según
Copiar
Copiado.
Seleccionado: pulse Ctrl+C o ⌘C.
Referencia
En el texto
En la frase
Nota
Notas siguientes
Descargar
Guardado.
Datos corregidos
Datos dudosos
Otro estilo…
Referencias`,
  pt: `Citar este artigo
Citar segundo
Copiar
Copiado.
Selecionado: pressione Ctrl+C ou ⌘C.
Referência
No texto
Na frase
Nota
Notas seguintes
Baixar
Salvo.
Dados corrigidos
Dados incertos
Outro estilo…
Referências`,
  ar: `استشهد بهذا المقال
نمط الاستشهاد
نسخ
تم النسخ.
النص محدد: اضغط Ctrl+C أو ⌘C.
المرجع
داخل النص
في سياق الجملة
حاشية
الحواشي التالية
تنزيل
تم الحفظ.
بيانات مصححة
بيانات غير مؤكدة
نمط آخر…
المراجع`,
  ur: `اس مضمون کا حوالہ دیں
حوالے کا انداز
نقل کریں
نقل ہو گیا۔
متن منتخب ہے: Ctrl+C یا ⌘C دبائیں۔
حوالہ
متن میں
جملے میں
حاشیہ
بعد کے حواشی
ڈاؤن لوڈ
محفوظ ہو گیا۔
درست کی گئی معلومات
غیر یقینی معلومات
کوئی اور انداز…
حوالے`,
};

const RIGHT_TO_LEFT = ['ar', 'ur'];

/**
 * The widget's words for an element: in the language of the nearest `lang`, English where we lack it.
 *
 * @param {Element} element
 * @returns {{lang: string, dir: string, texts: Record<string, string>}} `dir` is empty for what reads left to right:
 *   the page's own direction then holds.
 */
export function textsFor(element) {
  const primary = nearestLang(element).toLowerCase().split('-')[0];
  const lang = Object.hasOwn(TEXTS, primary) ? primary : 'en';
  const words = TEXTS[lang].split('\n');
  const texts = Object.fromEntries(KEYS.split('\n').map((key, at) => [key, words[at]]));
  return { lang, dir: RIGHT_TO_LEFT.includes(lang) ? 'rtl' : '', texts };
}

/** The nearest `lang`, looking out of shadow trees as the browser does. */
function nearestLang(element) {
  for (let node = element; node; node = node.getRootNode().host) {
    const holder = node.closest('[lang]');
    if (holder) return holder.lang;
  }
  return '';
}
