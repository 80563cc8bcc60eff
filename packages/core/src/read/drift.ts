import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { FileReport } from '../report.ts';
import { type Baseline, baselines } from './tables/baselines.ts';

/** Articles below which a file says nothing of its format. */
const enough = 10;
// A share this much below the worst file measured is no chance: ten articles differ by one or two.
const tolerance = 0.2;
const unreadTolerance = 0.02;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Whether a file reads worse than the worst of its reader's files did when they were measured, and in what. */
export function findDrift(
  { fields, bytes, unreadBytes }: Pick<FileReport, 'fields' | 'bytes' | 'unreadBytes'>,
  reader: { id: string; version: number; label: string },
): Diagnostic[] {
  const baseline = baselines.find(({ id, version }) => id === reader.id && version === reader.version);
  if (!baseline || !fields || fields.articles < enough) return [];
  const unread = unreadBytes / bytes;
  const worse = [
    ...missingFields(fields, baseline),
    ...(unread > baseline.unread + unreadTolerance
      ? [`unread ${percent(unread)} of its bytes, usually at most ${percent(baseline.unread)}`]
      : []),
  ];
  if (worse.length === 0) return [];
  const mend =
    'The vendor may have changed the format: see `pressmark doctor`, and report it with a copy made by `pressmark redact`.';
  return [diagnose('reader-drift', `Reads worse than ${reader.label} does: ${worse.join('; ')}. ${mend}`)];
}

function missingFields(
  { articles, found }: NonNullable<FileReport['fields']>,
  { fields }: Baseline,
): string[] {
  return Object.entries(fields).flatMap(([field, share]) => {
    const now = (found[field] ?? 0) / articles;
    return now < share - tolerance
      ? [`${field} in ${percent(now)} of articles, usually in at least ${percent(share)}`]
      : [];
  });
}
