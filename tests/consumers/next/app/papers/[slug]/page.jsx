import papers from '../../../papers.json';
import { tagsOf } from '../../tags.js';

const paperOf = async (params) => {
  const { slug } = await params;
  return papers.find((paper) => paper.slug === slug);
};

export const generateStaticParams = () => papers.map(({ slug }) => ({ slug }));

export async function generateMetadata({ params }) {
  return tagsOf(await paperOf(params));
}

export default async function Page({ params }) {
  return <h1>{(await paperOf(params)).slug}</h1>;
}
