import type { Command } from './command.ts';
import { batch } from './commands/batch.ts';
import { cite } from './commands/cite.ts';
import { convert } from './commands/convert.ts';
import { doctor } from './commands/doctor.ts';
import { explain } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { facets } from './commands/facets.ts';
import { importCommand } from './commands/import.ts';
import { kwic } from './commands/kwic.ts';
import { note } from './commands/note.ts';
import { redactCommand } from './commands/redact.ts';
import { repair } from './commands/repair.ts';
import { saved } from './commands/saved.ts';
import { schema } from './commands/schema.ts';
import { search } from './commands/search.ts';
import { series } from './commands/series.ts';
import { serve } from './commands/serve.ts';
import { show } from './commands/show.ts';
import { stats } from './commands/stats.ts';
import { tag } from './commands/tag.ts';
import { timeline } from './commands/timeline.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  convert,
  importCommand,
  search,
  facets,
  timeline,
  explain,
  kwic,
  batch,
  series,
  saved,
  show,
  cite,
  repair,
  tag,
  note,
  exportCommand,
  stats,
  serve,
  doctor,
  redactCommand,
  schema,
];
