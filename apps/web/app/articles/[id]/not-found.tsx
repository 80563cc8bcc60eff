import type { Metadata } from 'next';
import { UnknownArticle } from '@/components/article/unknown-article.tsx';

export const metadata: Metadata = { title: 'No such article' };

export default function ArticleNotFound() {
  return <UnknownArticle />;
}
