import { expect, test } from 'vitest';
import * as store from './index.ts';

test('the package exports these names', () => {
  expect(Object.keys(store).sort()).toEqual([
    'Bucket',
    'Dimension',
    'Hit',
    'Import',
    'ImportFile',
    'ImportState',
    'Line',
    'LineSort',
    'LinesPage',
    'Page',
    'PutResult',
    'QueryLimit',
    'RepairProposal',
    'Selection',
    'Snippet',
    'Sort',
    'StoredRepair',
    'StoredSpan',
    'Totals',
    'Version',
    'openSqliteStore',
  ]);
});
