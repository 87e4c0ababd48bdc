// The strings of the parts that are loaded on demand, by language; those of the widget itself are in `strings.js`.

const STRINGS = {
  en: {
    search: { find: 'Find a style', results: 'Styles found', count: '{n} found', of: '{n} styles' },
    report: {
      heading: 'Report on the metadata of this page',
      none: 'Nothing had to be mended, and nothing is uncertain.',
      field: 'Field', stored: 'Stored', repaired: 'Mended', reason: 'Reason', warnings: 'Uncertain', copy: 'Copy the report',
    },
    references: { saved: '{n} references saved; {sure} of them were read with confidence.', none: 'No references were found on this page.' },
  },
  de: {
    search: { find: 'Stil suchen', results: 'Gefundene Stile', count: '{n} gefunden', of: '{n} Stile' },
    report: {
      heading: 'Bericht über die Metadaten dieser Seite',
      none: 'Nichts war zu berichtigen, und nichts ist unsicher.',
      field: 'Feld', stored: 'Gespeichert', repaired: 'Berichtigt', reason: 'Grund', warnings: 'Unsicher', copy: 'Bericht kopieren',
    },
    references: { saved: '{n} Literaturangaben gespeichert; {sure} davon wurden sicher gelesen.', none: 'Auf dieser Seite wurden keine Literaturangaben gefunden.' },
  },
  fr: {
    search: { find: 'Chercher un style', results: 'Styles trouvés', count: '{n} trouvés', of: '{n} styles' },
    report: {
      heading: 'Rapport sur les métadonnées de cette page',
      none: 'Rien à corriger, rien d’incertain.',
      field: 'Champ', stored: 'Enregistré', repaired: 'Corrigé', reason: 'Raison', warnings: 'Incertain', copy: 'Copier le rapport',
    },
    references: { saved: '{n} références enregistrées, dont {sure} lues avec certitude.', none: 'Aucune référence trouvée sur cette page.' },
  },
  es: {
    search: { find: 'Buscar un estilo', results: 'Estilos encontrados', count: '{n} encontrados', of: '{n} estilos' },
    report: {
      heading: 'Informe sobre los metadatos de esta página',
      none: 'No hubo nada que corregir y nada es dudoso.',
      field: 'Campo', stored: 'Guardado', repaired: 'Corregido', reason: 'Motivo', warnings: 'Dudoso', copy: 'Copiar el informe',
    },
    references: { saved: '{n} referencias guardadas; {sure} se leyeron con seguridad.', none: 'No se encontraron referencias en esta página.' },
  },
  pt: {
    search: { find: 'Procurar um estilo', results: 'Estilos encontrados', count: '{n} encontrados', of: '{n} estilos' },
    report: {
      heading: 'Relatório sobre os metadados desta página',
      none: 'Nada foi corrigido e nada é incerto.',
      field: 'Campo', stored: 'Armazenado', repaired: 'Corrigido', reason: 'Motivo', warnings: 'Incerto', copy: 'Copiar o relatório',
    },
    references: { saved: '{n} referências salvas; {sure} foram lidas com segurança.', none: 'Nenhuma referência foi encontrada nesta página.' },
  },
  ar: {
    search: { find: 'ابحث عن نمط', results: 'الأنماط المطابقة', count: 'عدد النتائج: {n}', of: 'عدد الأنماط: {n}' },
    report: {
      heading: 'تقرير عن البيانات الوصفية لهذه الصفحة',
      none: 'لم يلزم تصحيح شيء ولا شيء غير مؤكد.',
      field: 'الحقل', stored: 'المخزّن', repaired: 'المصحّح', reason: 'السبب', warnings: 'غير مؤكد', copy: 'نسخ التقرير',
    },
    references: { saved: 'حُفظ {n} مرجعًا، قُرئ {sure} منها بثقة.', none: 'لم يُعثر على مراجع في هذه الصفحة.' },
  },
  ur: {
    search: { find: 'انداز تلاش کریں', results: 'ملنے والے انداز', count: '{n} ملے', of: '{n} انداز' },
    report: {
      heading: 'اس صفحے کے میٹا ڈیٹا کی رپورٹ',
      none: 'نہ کچھ درست کرنا پڑا، نہ کچھ غیر یقینی ہے۔',
      field: 'خانہ', stored: 'محفوظ', repaired: 'درست', reason: 'وجہ', warnings: 'غیر یقینی', copy: 'رپورٹ نقل کریں',
    },
    references: { saved: '{n} حوالے محفوظ ہوئے؛ ان میں سے {sure} یقین سے پڑھے گئے۔', none: 'اس صفحے پر کوئی حوالہ نہیں ملا۔' },
  },
};

/**
 * The strings of one part.
 *
 * @param {string} lang one of the widget's languages
 * @param {'search'|'report'|'references'} part
 * @param {Record<string, string>} replacements the page's own strings, under `part-key`
 * @returns {Record<string, string>}
 */
export function partStrings(lang, part, replacements) {
  const strings = { ...STRINGS[lang][part] };
  for (const key in strings) strings[key] = replacements[`${part}-${key}`] ?? strings[key];
  return strings;
}
