import { withArchive } from '../archive.ts';
import { type Command, type Globals, wholeNumber } from '../command.ts';
import { addressOf, freePort, isOwnHost, rebuild, startDashboard } from '../dashboard.ts';
import { exit, Stop } from '../exit.ts';
import { print, say } from '../output.ts';
import { archivePath, dashboard, exists } from '../paths.ts';

interface ServeOptions extends Globals {
  port: number;
  host: string;
}

export const serve: Command<ServeOptions> = {
  name: 'serve',
  summary: 'Serve the dashboard to a browser on this machine.',
  options: [
    { flags: '--port <n>', summary: '0 takes any free one', default: 4317, parse: wholeNumber(0, 65_535) },
    { flags: '--host <address>', summary: '127.0.0.1, localhost or ::1', default: '127.0.0.1' },
  ],
  example: 'pressmark serve --port 8080',
  async run({ options }) {
    const { host, db, server } = options;
    if (server)
      throw new Stop(exit.usage, 'serve opens an archive of this machine: --server makes no sense here.');
    if (!isOwnHost(host))
      throw new Stop(
        exit.usage,
        `The archive does not answer at ${host}: it asks nobody for a password yet, and serves this machine alone.`,
        'Serve on 127.0.0.1, localhost or ::1, and let other machines in through an SSH tunnel.',
      );
    if (!(await exists(dashboard))) {
      throw new Stop(exit.error, 'The dashboard is not built yet.', rebuild);
    }
    const database = archivePath(db);
    const port = await freePort(options.port, host);
    // The dashboard would say why it cannot be opened in a trace of its own.
    await withArchive({ ...options, db: database }, { missing: 'make' }, async () => {});
    const child = startDashboard({ script: dashboard, database, host, port });
    await child.answers;
    say(`The archive is ${database}. Ctrl-C ends.`);
    await print(addressOf(host, port));
    return child.ended;
  },
};
