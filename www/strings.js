// The strings of the widget itself, by language; those of the parts that are loaded on demand are in
// `on-demand-strings.js`. `cite-let-element.d.ts` says where each is shown.

const STRINGS = {
  en: {
    title: 'Cite this article',
    style: 'Cite as',
    copy: 'Copy',
    copied: 'Copied.',
    selected: 'Selected: press Ctrl+C or ⌘C.',
    reference: 'Reference',
    'in-text': 'In text',
    narrative: 'In a sentence',
    note: 'Note',
    'short-note': 'Later notes',
    download: 'Download',
    saved: 'Saved.',
    repaired: 'Mended details',
    warnings: 'Uncertain details',
    other: 'Other style …',
    references: 'References',
  },
  de: {
    title: 'Artikel zitieren',
    style: 'Zitieren nach',
    copy: 'Kopieren',
    copied: 'Kopiert.',
    selected: 'Ausgewählt: Strg+C oder ⌘C drücken.',
    reference: 'Literaturangabe',
    'in-text': 'Im Text',
    narrative: 'Im Satz',
    note: 'Fußnote',
    'short-note': 'Spätere Fußnoten',
    download: 'Herunterladen',
    saved: 'Gespeichert.',
    repaired: 'Berichtigte Angaben',
    warnings: 'Unsichere Angaben',
    other: 'Anderer Stil …',
    references: 'Literatur',
  },
  fr: {
    title: 'Citer cet article',
    style: 'Citer selon',
    copy: 'Copier',
    copied: 'Copié.',
    selected: 'Texte sélectionné : Ctrl+C ou ⌘C pour copier.',
    reference: 'Référence',
    'in-text': 'Dans le texte',
    narrative: 'Dans la phrase',
    note: 'Note',
    'short-note': 'Notes suivantes',
    download: 'Télécharger',
    saved: 'Enregistré.',
    repaired: 'Données corrigées',
    warnings: 'Données incertaines',
    other: 'Autre style…',
    references: 'Références',
  },
  es: {
    title: 'Citar este artículo',
    style: 'Citar según',
    copy: 'Copiar',
    copied: 'Copiado.',
    selected: 'Seleccionado: pulse Ctrl+C o ⌘C.',
    reference: 'Referencia',
    'in-text': 'En el texto',
    narrative: 'En la frase',
    note: 'Nota',
    'short-note': 'Notas siguientes',
    download: 'Descargar',
    saved: 'Guardado.',
    repaired: 'Datos corregidos',
    warnings: 'Datos dudosos',
    other: 'Otro estilo…',
    references: 'Referencias',
  },
  pt: {
    title: 'Citar este artigo',
    style: 'Citar segundo',
    copy: 'Copiar',
    copied: 'Copiado.',
    selected: 'Selecionado: pressione Ctrl+C ou ⌘C.',
    reference: 'Referência',
    'in-text': 'No texto',
    narrative: 'Na frase',
    note: 'Nota',
    'short-note': 'Notas seguintes',
    download: 'Baixar',
    saved: 'Salvo.',
    repaired: 'Dados corrigidos',
    warnings: 'Dados incertos',
    other: 'Outro estilo…',
    references: 'Referências',
  },
  ar: {
    title: 'استشهد بهذا المقال',
    style: 'نمط الاستشهاد',
    copy: 'نسخ',
    copied: 'تم النسخ.',
    selected: 'النص محدد: اضغط Ctrl+C أو ⌘C.',
    reference: 'المرجع',
    'in-text': 'داخل النص',
    narrative: 'في سياق الجملة',
    note: 'حاشية',
    'short-note': 'الحواشي التالية',
    download: 'تنزيل',
    saved: 'تم الحفظ.',
    repaired: 'بيانات مصححة',
    warnings: 'بيانات غير مؤكدة',
    other: 'نمط آخر…',
    references: 'المراجع',
  },
  ur: {
    title: 'اس مضمون کا حوالہ دیں',
    style: 'حوالے کا انداز',
    copy: 'نقل کریں',
    copied: 'نقل ہو گیا۔',
    selected: 'متن منتخب ہے: Ctrl+C یا ⌘C دبائیں۔',
    reference: 'حوالہ',
    'in-text': 'متن میں',
    narrative: 'جملے میں',
    note: 'حاشیہ',
    'short-note': 'بعد کے حواشی',
    download: 'ڈاؤن لوڈ',
    saved: 'محفوظ ہو گیا۔',
    repaired: 'درست کی گئی معلومات',
    warnings: 'غیر یقینی معلومات',
    other: 'کوئی اور انداز…',
    references: 'حوالے',
  },
};

const RIGHT_TO_LEFT = ['ar', 'ur'];

/**
 * The strings for an element: in the language of the nearest `lang` attribute, in English where that language is not
 * here; the page's own strings replace them.
 *
 * @param {import('./cite-let-element.js').CiteLetElement} element
 * @returns {{lang: string, dir: string, strings: Record<string, string>}} `dir` is empty for languages written from left
 *   to right: the page's own direction then applies
 */
export function stringsFor(element) {
  const primary = nearestLang(element).toLowerCase().split('-')[0];
  const lang = Object.hasOwn(STRINGS, primary) ? primary : 'en';
  return { lang, dir: RIGHT_TO_LEFT.includes(lang) ? 'rtl' : '', strings: { ...STRINGS[lang], ...element.strings } };
}

/** The value of the nearest `lang` attribute. Like the browser, it continues from a shadow root to its host. */
function nearestLang(element) {
  for (let node = element; node; node = node.getRootNode().host) {
    const ancestor = node.closest('[lang]');
    if (ancestor) return ancestor.lang;
  }
  return '';
}
