// What the widget itself says, by language.

/** The words of the widget; the keys are documented in `index.d.ts`. */
const TEXTS = {
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
    mended: 'Mended details',
    doubts: 'Uncertain details',
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
    mended: 'Berichtigte Angaben',
    doubts: 'Unsichere Angaben',
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
    mended: 'Données corrigées',
    doubts: 'Données incertaines',
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
    mended: 'Datos corregidos',
    doubts: 'Datos dudosos',
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
    mended: 'Dados corrigidos',
    doubts: 'Dados incertos',
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
    mended: 'بيانات مصححة',
    doubts: 'بيانات غير مؤكدة',
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
    mended: 'درست کی گئی معلومات',
    doubts: 'غیر یقینی معلومات',
    other: 'کوئی اور انداز…',
    references: 'حوالے',
  },
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
  return { lang, dir: RIGHT_TO_LEFT.includes(lang) ? 'rtl' : '', texts: TEXTS[lang] };
}

/** The nearest `lang`, looking out of shadow trees as the browser does. */
function nearestLang(element) {
  for (let node = element; node; node = node.getRootNode().host) {
    const holder = node.closest('[lang]');
    if (holder) return holder.lang;
  }
  return '';
}
