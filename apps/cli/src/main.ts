import { Command } from 'commander';

const program = new Command('pressmark').description('A searchable archive of your press clippings.');
program.command('serve').description('Serve the dashboard.').allowUnknownOption().allowExcessArguments();
await program.parseAsync();
