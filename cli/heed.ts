import { Command } from 'commander';
import { addStoreCommands } from '@/server/cli/store-commands';
import { processTerminal } from '@/server/cli/terminal';
import { addDetectCommand } from './detect/detect-command';
import { WrongInput } from './detect/wrong-input';

const terminal = processTerminal();

const program = new Command('heed').description('Heed, from the command line').showHelpAfterError();
addStoreCommands(program, terminal);
addDetectCommand(program, terminal);

program
  .parseAsync()
  .catch((error: unknown) => {
    terminal.say(error instanceof Error ? error.message : String(error));
    process.exitCode = error instanceof WrongInput ? 2 : 1;
  })
  .finally(() => terminal.close());
