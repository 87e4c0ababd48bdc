import 'citelet/define';

import { loadEngine } from 'citelet';
import papers from './papers.json' with { type: 'json' };

const engine = await loadEngine();
const { item } = engine.tidy({ type: 'article-journal', title: 'A study of salt', author: [{ family: 'Rivera', given: 'Ana' }] });
console.log(engine.format(item, 'apa', 'reference').text, papers.length);
