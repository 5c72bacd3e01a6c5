import type { Command } from 'commander';
import { CurationsApi } from '../curating/curations-api.js';
import { incidentText } from '../curating/incident-text.js';
import type { Context } from '../context.js';
import { ExitCode } from '../exit-code.js';
import { printJson, printLine } from '../io/print.js';
import type { Done } from '../program.js';
import { curated, type CurateFlags } from './incident/curate.js';
import { orRefused } from './incident/refusal.js';
import { leavingOf } from './incident/leaving.js';

const HELP = `
A command shows what it will do and asks first; --dry-run only shows, --yes doesn't ask. Whoever gave it
and why is kept for ever, and it holds for whatever is read anew or arrives later. Examples:
  npx tocsin incident show 464758ddf1fc8f24e7df94929e0c6edc
  npx tocsin incident merge 4647…6edc 33ee…119e --reason "one night, one place, one clash"
  npx tocsin incident split 4647…6edc --mention https://example.org/a --reason "another town"
  npx tocsin incident retract 4647…6edc --reason "the ministry withdrew the report" --yes --json`;

/** `tocsin incident`: an analyst's look at incidents, and the last word on them. */
export function incidentCommand(program: Command, context: Context, done: Done): void {
  const incident = program
    .command('incident')
    .description('show, merge, split and retract incidents')
    .addHelpText('after', HELP);

  incident
    .command('show')
    .description('show one incident, the mentions that tell of it, and who curated it')
    .argument('<incident>', 'its id; one that was merged away shows what it was merged into')
    .option(
      '--json',
      'one JSON object on stdout: {incident, forwardedFrom, mentions[], curations[]}',
    )
    .action(async (id: string, { json }: { json?: true }) => {
      const show = async () => {
        const view = await new CurationsApi(context.config()).show(id);
        if (json) await printJson(context.stdout, view);
        else await printLine(context.stdout, incidentText(view));
        return ExitCode.done;
      };
      done(await orRefused(show, json, context));
    });

  curating(incident.command('merge').description('make one incident of several'))
    .argument('<incident>', 'id of an incident')
    .argument('<others...>', 'ids of those that are the same; the one founded first goes on')
    .action(async (id: string, others: string[], flags: CurateFlags) => {
      const asked = { action: 'merge', incidentId: id, otherIncidentIds: others } as const;
      done(await curated(async () => asked, flags, context));
    });

  curating(incident.command('split').description('make an incident of its own of some mentions'))
    .argument('<incident>', 'id of the incident that is two')
    .requiredOption(
      '--mention <mention>',
      'what leaves: id of a mention or an article, or URL; may be given several times',
      (text: string, earlier: readonly string[] = []) => [...earlier, text],
    )
    .action(async (id: string, flags: CurateFlags & { mention: readonly string[] }) => {
      const asked = async (api: CurationsApi) => ({
        action: 'split' as const,
        incidentId: id,
        mentionIds: leavingOf(flags.mention, await api.show(id)),
      });
      done(await curated(asked, flags, context));
    });

  curating(incident.command('retract').description('take back an incident that never was'))
    .argument('<incident>', 'its id')
    .action(async (id: string, flags: CurateFlags) => {
      done(await curated(async () => ({ action: 'retract', incidentId: id }), flags, context));
    });
}

const curating = (command: Command): Command =>
  command
    .requiredOption('--reason <text>', 'why; kept with the incident for ever')
    .option('--by <name>', 'who says so; your user name unless given')
    .option('--dry-run', 'only show what it would do')
    .option('--yes', "don't ask")
    .option('--json', 'one JSON object on stdout: {command, changes[], applied}')
    .addHelpText('after', HELP);
