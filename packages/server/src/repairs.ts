import type { RepairProposal, RepairRefusal, Store, StoredRepair } from '@pressmark/store';
import { Refusal, type RefusalCode } from './refusal.ts';

const refusals: Record<RepairRefusal, [RefusalCode, string]> = {
  unknown: ['NOT_FOUND', 'The archive has no article of this id.'],
  differs: ['CONFLICT', 'The article does not say that at this place.'],
  taken: ['CONFLICT', 'This place is repaired already: take that repair back first.'],
};

export async function acceptRepair(store: Store, proposal: RepairProposal): Promise<StoredRepair> {
  const accepted = await store.repairs.accept(proposal);
  if (typeof accepted === 'string') throw new Refusal(...refusals[accepted]);
  return accepted;
}

export async function takeBackRepair(store: Store, id: number): Promise<StoredRepair> {
  const repair = await store.repairs.takeBack(id);
  if (!repair) throw new Refusal('NOT_FOUND', 'The archive has no such repair.');
  return repair;
}
