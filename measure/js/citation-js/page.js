// A page that formats its article with the class `Cite` of citation.js 0.7.22 and the APA style that it has inside. It has the
// record already, where the widget reads and repairs the page's metadata. What brings `Cite` comes before this.

const RECORD = {
  id: 'article',
  type: 'article-journal',
  title: 'Islamic State Khorasan (ISIS-K) in post US withdrawal Afghanistan',
  author: [
    { family: 'Akram', given: 'Qudsia' },
    { family: 'Asif', given: 'Noureen' },
  ],
  'container-title': 'Journal of Professional Research in Social Sciences',
  volume: '11',
  issue: '1',
  page: '211-238',
  DOI: '10.58932/MULA0028',
  issued: { 'date-parts': [[2024, 6, 30]] },
};

const html = new Cite(RECORD).format('bibliography', { format: 'html', template: 'apa', lang: 'en-US' });
if (!html.includes('Akram, Q., &#38; Asif, N. (2024).')) throw new Error(html);
document.querySelector('#citation').innerHTML = html;
window.shownAt = performance.now();
