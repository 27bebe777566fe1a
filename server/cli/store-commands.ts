import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { surveyKinds, surveyModes } from '@/lib/domain/response';
import { CUSTOMER_NUMBER as NUMBER } from '@/lib/protocol/customer-number';
import { roles } from '@/lib/protocol/roles';
import { addTeamCommands } from './add-team-commands';
import type { ImportFlags } from './import-command';
import type { ImportNotesFlags } from './import-notes-command';
import { inStore } from './in-store';
import type { SurveyFlags } from './survey-questions';
import type { Terminal } from './terminal';
import type { UserFlags } from './user-command';

function day(text: string): string {
  if (z.iso.date().safeParse(text).success) return text;
  throw new InvalidArgumentError('A day is written like 2018-06-30.');
}

function region(text: string): string {
  if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase();
  throw new InvalidArgumentError('A region is two letters, such as GB.');
}

function withImportFlags(command: Command): Command {
  return command
    .argument('<file.csv>')
    .option('--map <file.json>', 'which column becomes what, where the guess is wrong')
    .option(
      '--id-system <name>',
      `the CRM that the id column is of, such as demo; ${NUMBER.system} for numbers as pages show them`,
    )
    .option(
      '--id-type <name>',
      `what that CRM calls the record, such as customer; ${NUMBER.recordType} for numbers as pages show them`,
    )
    .option('--region <code>', 'where phone numbers without a country are from, such as GB', region)
    .addOption(new Option('--date-order <order>', 'how 03/04/2018 is meant').choices(['dmy', 'mdy']))
    .option('--report <path>', 'where to write what was refused');
}

function addCustomerImport(imports: Command, terminal: Terminal): void {
  withImportFlags(imports.command('customers')).action(
    async (path: string, flags: ImportFlags, command: Command) => {
      const { importCustomersCommand } = await import('./import-command');
      const { cutShortAt } = await inStore(command, (store) =>
        importCustomersCommand(path, flags, { store, terminal }),
      );
      if (cutShortAt !== null) process.exitCode = 1;
    },
  );
}

function addResponseImport(imports: Command, terminal: Terminal): void {
  withImportFlags(imports.command('responses'))
    .addOption(new Option('--kind <kind>', 'what the survey was about').choices(surveyKinds))
    .addOption(new Option('--mode <mode>', 'how it was asked').choices(surveyModes))
    .option('--zone <zone>', 'time zone of times without one, such as Europe/London')
    .addOption(
      new Option('--attributable', 'people were told that their name goes with it').conflicts(
        'aggregateOnly',
      ),
    )
    .option('--aggregate-only', 'for totals only (if nothing is said)')
    .action(async (path: string, flags: ImportFlags & SurveyFlags, command: Command) => {
      const { importResponsesCommand } = await import('./import-command');
      const { cutShortAt } = await inStore(command, (store) =>
        importResponsesCommand(path, flags, { store, terminal }),
      );
      if (cutShortAt !== null) process.exitCode = 1;
    });
}

function addNoteImport(imports: Command, terminal: Terminal): void {
  imports
    .command('notes')
    .argument('<file.json>')
    .description('store the unsent notes that a rep saved as a file: as theirs, imported by --as')
    .requiredOption('--as <email>', 'the supervisor or administrator who answers for the file')
    .action(async (path: string, flags: ImportNotesFlags, command: Command) => {
      const { importNotesCommand } = await import('./import-notes-command');
      const complete = await inStore(command, (store) =>
        importNotesCommand(path, flags, { store, terminal }),
      );
      if (!complete) process.exitCode = 1;
    });
}

function addMerge(program: Command, terminal: Terminal): void {
  program
    .command('merge')
    .description('make two records one')
    .command('customers')
    .description(
      'all that is of FROM becomes INTO’s; each is a Heed number, or an id such as demo:customer:C-1',
    )
    .argument('<from>')
    .argument('<into>')
    .action(async (from: string, into: string, _flags: object, command: Command) => {
      const { mergeCustomersCommand } = await import('./merge-command');
      await inStore(command, (store) => mergeCustomersCommand({ from, into }, store, terminal));
    });
}

function addReport(program: Command, terminal: Terminal): void {
  const report = program.command('report').description('figures, and what reps said');
  report
    .command('nps')
    .description('the score by kind of survey: pooled, latest per customer, by journey stage')
    .action(async (_flags: object, command: Command) => {
      const { npsReportText } = await import('./report-command');
      terminal.print(await inStore(command, npsReportText));
    });
  const said = {
    doubts: 'what reps say looks wrong about customers, newest first, with whom to ask back',
    signals: 'what reps noticed in the last year; without a name only once five of the team gave that month',
  } as const;
  for (const what of ['doubts', 'signals'] as const) {
    report
      .command(what)
      .description(said[what])
      .option('--json', 'one object, as the API gives it')
      .action(async (how: { json?: boolean }, command: Command) => {
        const { doubtsReportText, signalsReportText } = await import('./said-report-commands');
        const text = what === 'doubts' ? doubtsReportText : signalsReportText;
        terminal.print(await inStore(command, (store) => text(store, how)));
      });
  }
}

function addUser(program: Command, terminal: Terminal): void {
  const user = program.command('user').description('people who may sign in');
  user
    .command('add')
    .description('the password is asked for, or read from HEED_PASSWORD')
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .addOption(new Option('--role <role>').choices(roles).makeOptionMandatory())
    .requiredOption('--team <team>')
    .option('--no-password', 'for whoever comes in by the company’s sign-in alone')
    .action(async (flags: UserFlags, command: Command) => {
      const { addUserCommand } = await import('./user-command');
      await inStore(command, (store) => addUserCommand(flags, store, terminal));
    });
  user
    .command('remove')
    .description('signs them out everywhere, and lets them in no more, by the company’s sign-in either')
    .argument('<email>')
    .action(async (email: string, _flags: object, command: Command) => {
      const { removeUserCommand } = await import('./user-command');
      await inStore(command, (store) => removeUserCommand(email, store, terminal));
    });
  user
    .command('unlink')
    .description('when the company’s sign-in knows this address by a new account of the same person')
    .argument('<email>')
    .action(async (email: string, _flags: object, command: Command) => {
      const { unlinkUserCommand } = await import('./user-command');
      await inStore(command, (store) => unlinkUserCommand(email, store, terminal));
    });
}

function addUpkeep(program: Command, terminal: Terminal): void {
  program
    .command('db')
    .description('the database')
    .command('migrate')
    .description('bring the schema up to date')
    .action(async (_flags: object, command: Command) => {
      const { migrations } = await import('../db/migrate');
      await inStore(command, async () => undefined);
      terminal.print(`The schema is up to date: ${Object.keys(migrations).join(', ')}.`);
    });

  program
    .command('rescore')
    .description('work out every customer’s risk anew and publish what changed')
    .action(async (_flags: object, command: Command) => {
      const { rescoreAll } = await import('../rescore-all');
      const { describeLevels } = await import('./describe-levels');
      const levels = await inStore(command, async (store) => {
        await rescoreAll(store);
        return describeLevels(store.db);
      });
      terminal.print(levels);
    });
}

function addOutreach(program: Command, terminal: Terminal): void {
  program
    .command('outreach')
    .description('whom reps call in quiet hours')
    .command('draw')
    .description(
      'put on the list who is at risk by an answer of the last 30 days and was not spoken with since; re-scoring does it too',
    )
    .action(async (_flags: object, command: Command) => {
      const { drawOutreach } = await import('../outreach/draw-outreach');
      const drawn = await inStore(command, drawOutreach);
      terminal.print(`${drawn} ${drawn === 1 ? 'customer' : 'customers'} came on the list.`);
    });
}

/** Adds the commands that need the store, and the options by which all of them find it. */
export function addStoreCommands(program: Command, terminal: Terminal): void {
  program
    .option(
      '--data <folder>',
      'the embedded database’s folder (HEED_DATA); DATABASE_URL names a PostgreSQL server',
    )
    .option('--as-of <day>', 'the day that counts as today, for data of another time (HEED_AS_OF)', day);
  const imports = program
    .command('import')
    .description('take over customers or survey answers from a CSV file, or notes that a rep couldn’t send');
  addCustomerImport(imports, terminal);
  addResponseImport(imports, terminal);
  addNoteImport(imports, terminal);
  addMerge(program, terminal);
  addReport(program, terminal);
  addUser(program, terminal);
  addTeamCommands(program, terminal);
  addUpkeep(program, terminal);
  addOutreach(program, terminal);
}
