import { text } from 'node:stream/consumers';
import { Argument, Command, Option } from 'commander';
import { extents, layerNames } from '@sup/picture';
import { advise, formats as adviseFormats } from './advise/advise.js';
import type { InstalledPages } from '@sup/files';
import { append, toCount, toDuration, toWidth } from './arguments.js';
import { check, formats as checkFormats } from './check/check.js';
import { describe, formats as describeFormats } from './describe/describe.js';
import { diff, formats as diffFormats } from './diff/diff.js';
import { directions, formats as reportFormats, report, themes } from './report/report.js';
import { drift, formats as driftFormats } from './drift/drift.js';
import { exportScript } from './import/export-script.js';
import { explain, formats as explainFormats } from './explain/explain.js';
import { format, type FormatOptions } from './format/format.js';
import { type ImportCommandOptions, importFiles } from './import/import.js';
import { formats as rulesFormats, rules } from './rules/rules.js';
import { formats as simulateFormats, simulate } from './simulate/simulate.js';
import { formats as sweepFormats, sweep } from './sweep/sweep.js';
import type { Terminal } from './terminal.js';
import { formats as testFormats, test } from './test/test.js';
import { formats as variantFormats, variants } from './variants/variants.js';

/** Runs a command, and returns its exit code. */
type CommandHandler<O> = (paths: readonly string[], options: O, terminal: Terminal) => Promise<number>;

const failureExitCode = '2  failed, or finished only in part; see stderr';

const pathArguments: readonly Argument[] = [
    new Argument('[path...]', 'files or folders; files around them are read only as parts of the same hierarchies').default(['.'], 'the current folder')
];
const versionArguments: readonly Argument[] = [
    new Argument('<before>', 'the file or folder with the earlier plans; files around it are not read'),
    new Argument('<after>', 'the file or folder with the later plans; files around it are not read')
];

export interface ProgramOptions {
    readonly version: string;
    readonly pages: InstalledPages;
    readonly terminal: Terminal;
    /** Called with the exit code of the command after it has run. */
    setExitCode(code: number): void;
}

/** Defines `sup` and its subcommands. */
export function createProgram({ version, pages, terminal, setExitCode }: ProgramOptions): Command {
    const program = new Command('sup')
        .description('Check, simulate and compare plans of software update point hierarchies (.sup files).')
        .version(version, '-v, --version', 'print the version')
        .helpOption('-h, --help', 'print this help')
        .helpCommand('help [command]', 'print the help of a command')
        .configureOutput({
            writeOut: text => terminal.stdout.write(text),
            writeErr: text => terminal.stderr.write(text),
            outputError: text => terminal.writeMessage(text.replace(/^error: /, ''))
        })
        .exitOverride();

    function addCommand<O>(name: string, description: string, formats: readonly string[], exitCodes: readonly string[], handler: CommandHandler<O>, parameters = pathArguments): Command {
        const command = program.command(name).description(description);
        parameters.forEach(parameter => command.addArgument(parameter));
        return command
            .addOption(new Option('--format <format>', 'the output format').choices(formats).default(formats[0]))
            .addHelpText('after', ['\nExit codes:', ...exitCodes, failureExitCode].join('\n  '))
            .action(async (...args) => setExitCode(await handler(args.slice(0, parameters.length).flat() as string[], args[parameters.length] as O, terminal)));
    }

    addCommand('check', 'Check .sup files, with the same rules and settings as the editor.', checkFormats, [
        '0  no errors, and no more warnings than --max-warnings',
        '1  errors, or more warnings than --max-warnings'
    ], (paths, options: Parameters<typeof check>[1]) => check(paths, { ...options, version, pages }, terminal))
        .option('--max-warnings <count>', 'exit with 1 if there are more warnings than this (default: no limit)', toCount);

    withSimulationOptions(addCommand('test', 'Run the scenarios in .sup files, and report which expectations hold.', testFormats, [
        '0  every expectation held or was untested',
        '1  an expectation is broken, or a scenario could not be run'
    ], test))
        .option('--scenario <title>', 'run only the scenario with this title');

    withSimulationOptions(addCommand('simulate', 'Simulate hierarchies, and print how long updates take, the load, and the state at the end.', simulateFormats, [
        '0  simulated to the end',
        '1  stopped at the limit of --max-events'
    ], simulate))
        .option('--scenario <title>', 'simulate the scenario with this title instead of the plan as it is')
        .option('--for <duration>', 'how long to simulate (default: the duration of the scenario, or without one twice the longest of schedule and scan interval)', toDuration)
        .option('--log', 'print the log too; JSON and CSV always have it');

    withSimulationOptions(addCommand('sweep', 'Simulate the failure of each server, each link and Microsoft Update in turn, and rank them by their impact on clients.', sweepFormats, [
        '0  all failures simulated',
        '1  stopped at the limit of --max-events'
    ], sweep))
        .option('--for <duration>', 'how long each failure lasts (default: until every client has scanned and catalogs could be too old)', toDuration)
        .option('--pairs', 'also simulate failures of two parts at the same time that the same clients use (up to 200 pairs)')
        .option('--top <count>', 'how many failures to list for each hierarchy', toCount, 20);

    withSimulationOptions(addCommand('report', 'Write one document for a review: picture, findings, tables and scenarios.', reportFormats, [
        '0  report written, even if it lists findings or broken expectations',
        '1  report written, but the simulation of a plan stopped early'
    ], (paths, options: Parameters<typeof report>[1]) => report(paths, { ...options, version }, terminal)))
        .option('--output <file>', 'write to this file instead of stdout; the picture of a Markdown report is written next to it')
        .addOption(new Option('--direction <direction>', 'whether sites are drawn below their parents or to their right').choices(directions).default(directions[0]))
        .addOption(new Option('--extent <extent>', 'how much a picture shows: what fits on one page, which is the default, or everything about each site').choices(extents))
        .addOption(new Option('--layer <layer>', 'what the picture of the hierarchy shows about the sites: problems, the use of SSL, versions, the clients that software update points support, or what is lost if a part fails').choices(layerNames))
        .option('--width <pixels>', 'the width of a PNG picture (default: that of the picture)', toWidth)
        .addOption(new Option('--theme <theme>', 'the colors; by default the system setting of the reader in HTML, otherwise light').choices(themes));

    withSimulationOptions(addCommand('diff', 'Compare two versions of plans by their meaning: changes and what they require, findings, simulated outcome.', diffFormats, [
        '0  no differences',
        '1  differences found'
    ], diff, versionArguments))
        .option('--steps', 'order the changes into steps, so that no plan in between has an error that neither version has')
        .option('--output <file>', 'write to this file instead of stdout');

    addCommand('advise', 'Advise on which secondary sites need their own software update point.', adviseFormats, [
        '0  advice printed'
    ], advise)
        .addOption(new Option('--site <code>', 'advise on this site only; may be repeated').argParser(append).default([], 'all secondary sites'));

    withSimulationOptions(addCommand('variants', 'Compare several plans in a table: size, time to the last client, peak load, worst single failure, findings.', variantFormats, [
        '0  figures printed'
    ], variants, [new Argument('<path...>', 'the files or folders with the plans, at least two; files around them are not read')]));

    withSimulationOptions(addCommand('describe', 'Describe hierarchies or their runs in plain sentences.', describeFormats, [
        '0  description printed'
    ], describe))
        .option('--run [scenario]', 'describe a run instead: of the scenario with this title, or without one of the plan without events');

    addCommand('explain', 'Show the page of a rule, or explain how findings follow from a plan.', explainFormats, [
        '0  explained',
        '1  there is no finding at this place'
    ], (paths, options: Parameters<typeof explain>[1]) => explain(paths, { ...options, pages }, terminal), [new Argument('<rule|plan[:line[:column]]>', 'a rule, or a file, optionally with a line and a column')]);

    program.command('format').description('Lay out .sup files as the editor does. Files with syntax errors stay as they are.')
        .addArgument(new Argument('[path...]', 'files or folders, or `-` for stdin').default(['.'], 'the current folder'))
        .option('--check', 'list the files that would change, and change none')
        .option('--stdin-filename <path>', 'the path of the text on stdin, which decides its layout')
        .addHelpText('after', ['\nExit codes:', '0  formatted; with --check: nothing would change', '1  with --check: files would change', failureExitCode].join('\n  '))
        .action(async (paths: string[], options: Omit<FormatOptions, 'readInput'>) => setExitCode(await format(paths, { ...options, readInput: () => text(process.stdin) }, terminal)));

    program.command('import').description('Make a new plan of exports of a real hierarchy, and check it at once.')
        .addArgument(new Argument('<file...>', 'exports in JSON, site control files, and tables as CSV'))
        .option('--hierarchy <name>', 'the name of the hierarchy (default: the name in the files, or the code of the central site)')
        .option('--branches', 'write one file for each branch below the central site')
        .option('--output <folder>', 'the folder of the new files; existing files are never replaced', '.')
        .addHelpText('after', ['\nExit codes:', '0  plan written, and its check found no errors', '1  plan written, and its check found errors', failureExitCode].join('\n  '))
        .action(async (paths: string[], options: Omit<ImportCommandOptions, 'version' | 'pages'>) => setExitCode(await importFiles(paths, { ...options, version, pages }, terminal)));

    program.command('export-script').description('Print the PowerShell script that exports a real hierarchy for `sup import`.')
        .addHelpText('after', ['\nExit codes:', '0  printed', failureExitCode].join('\n  '))
        .action(() => setExitCode(exportScript(pages, terminal)));

    addCommand('drift', 'Compare plans with exports of the real hierarchy, and report each difference at the line of the plan.', driftFormats, [
        '0  no differences',
        '1  differences found'
    ], (paths, options: Parameters<typeof drift>[1]) => drift(paths, { ...options, version, pages }, terminal), [
        new Argument('<path...>', 'exports in JSON, site control files and tables as CSV, and the .sup files or folders of one hierarchy (default: the current folder), in any order')
    ]);

    addCommand('rules', 'List the rules, with their levels, fixes and summaries.', rulesFormats, [
        '0  listed'
    ], rules, [new Argument('[folder]', 'the folder whose sup.config.json applies').default('.', 'the current folder')]);

    return program;
}

function withSimulationOptions(command: Command): Command {
    return command
        .option('--seed <number>', 'the seed for random values; overrides scenarios and configuration', toCount)
        .option('--max-events <count>', 'stop a simulation after this many events (default: 50 million)', toCount);
}
