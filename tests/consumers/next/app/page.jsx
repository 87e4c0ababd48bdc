import papers from '../papers.json';
import { tagsOf } from './tags.js';

export const metadata = tagsOf(papers[0]);

export default function Page() {
  return <h1>{papers[0].slug}</h1>;
}
