import type { Command } from 'commander';
import { inStore } from './in-store';
import type { Terminal } from './terminal';

function addNaming(teams: Command, terminal: Terminal): void {
  teams
    .command('add')
    .argument('<name>')
    .description('make a team')
    .action(async (name: string, _flags: object, command: Command) => {
      const { addTeamCommand } = await import('./team-command');
      await inStore(command, (store) => addTeamCommand(name, { store, terminal }));
    });
  teams
    .command('rename')
    .argument('<name>')
    .argument('<new name>')
    .description('call a team something else; all that is the team’s stays its')
    .action(async (name: string, to: string, _flags: object, command: Command) => {
      const { renameTeamCommand } = await import('./team-command');
      await inStore(command, (store) => renameTeamCommand({ name, to }, { store, terminal }));
    });
  teams
    .command('remove')
    .argument('<name>')
    .description('remove a team; its people stay, in the other teams that they belong to')
    .action(async (name: string, _flags: object, command: Command) => {
      const { removeTeamCommand } = await import('./team-command');
      await inStore(command, (store) => removeTeamCommand(name, { store, terminal }));
    });
}

function addPlacing(teams: Command, terminal: Terminal): void {
  const placing = {
    put: { is: true, description: 'put somebody into a team' },
    take: { is: false, description: 'take somebody out of a team' },
  } as const;
  for (const what of ['put', 'take'] as const) {
    const { is, description } = placing[what];
    teams
      .command(what)
      .argument('<name>')
      .argument('<email>')
      .description(description)
      .option('--supervise', 'as who supervises it, not as who belongs to it')
      .action(async (name: string, email: string, how: { supervise?: boolean }, command: Command) => {
        const { placeInTeamCommand } = await import('./team-command');
        const placed = { name, email, is, supervise: how.supervise ?? false };
        await inStore(command, (store) => placeInTeamCommand(placed, { store, terminal }));
      });
  }
}

/** `heed team …`: who belongs to which team, and who supervises it. */
export function addTeamCommands(program: Command, terminal: Terminal): void {
  const teams = program
    .command('team')
    .description('teams: a supervisor sees the notes of those whose team they supervise');
  teams
    .command('list')
    .description('all teams, who belongs to each and who supervises it')
    .action(async (_flags: object, command: Command) => {
      const { teamsText } = await import('./team-command');
      terminal.print(await inStore(command, teamsText));
    });
  addNaming(teams, terminal);
  addPlacing(teams, terminal);
}
