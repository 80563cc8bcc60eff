import type { Metadata } from 'next';
import { CompareView } from '@/components/compare/compare-view.tsx';

export const metadata: Metadata = { title: 'Compare searches' };

export default function ComparePage() {
  return <CompareView />;
}
