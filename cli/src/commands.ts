import { Argument, Command, Option } from 'commander';
import { advise, formats as adviseFormats } from './advise/advise.js';
import { append, toCount, toDuration } from './arguments.js';
import { check, formats as checkFormats } from './check/check.js';
import { diff, formats as diffFormats } from './diff/diff.js';
import { directions, formats as reportFormats, report, themes } from './report/report.js';
import { formats as simulateFormats, simulate } from './simulate/simulate.js';
import { formats as sweepFormats, sweep } from './sweep/sweep.js';
import type { Terminal } from './terminal.js';
import { formats as testFormats, test } from './test/test.js';

/** What a command does with its arguments; it gives the exit code. */
type Run<O> = (paths: readonly string[], options: O, terminal: Terminal) => Promise<number>;

const couldNot = '2  could not do it, or not all of it: stderr says why';

const somePaths: readonly Argument[] = [
    new Argument('[path...]', 'files or folders; files around them are read too, but only as parts of their hierarchies').default(['.'])
];
const twoPaths: readonly Argument[] = [
    new Argument('<before>', 'a file or folder with the plans to compare with; what is around it is not read'),
    new Argument('<after>', 'a file or folder with the plans to compare')
];

export interface Program {
    readonly version: string;
    readonly terminal: Terminal;
    /** Told the exit code of the command that was run. */
    endWith(code: number): void;
}

/** The command `sup` and all that it can do. */
export function createProgram({ version, terminal, endWith }: Program): Command {
    const program = new Command('sup')
        .description('Checks and simulates plans of software update point hierarchies (.sup files).')
        .version(version, '-v, --version', 'print the version')
        .helpOption('-h, --help', 'print this help')
        .configureOutput({ outputError: text => terminal.complain(text.replace(/^error: /, '')) })
        .exitOverride();

    function add<O>(name: string, description: string, formats: readonly string[], exitCodes: readonly string[], run: Run<O>, paths = somePaths): Command {
        const command = program.command(name).description(description);
        paths.forEach(path => command.addArgument(path));
        return command
            .addOption(new Option('--format <format>', 'how the output is written to stdout').choices(formats).default(formats[0]))
            .addHelpText('after', ['\nExit codes:', ...exitCodes, couldNot].join('\n  '))
            .action(async (...given) => endWith(await run(given.slice(0, paths.length).flat() as string[], given[paths.length] as O, terminal)));
    }

    add('check', 'Checks .sup files and folders of them, with the rules and settings of the editor.', checkFormats, [
        '0  nothing to report but what --max-warnings tolerates',
        '1  errors found, or more warnings than --max-warnings'
    ], (paths, options: Parameters<typeof check>[1]) => check(paths, { ...options, version }, terminal))
        .option('--max-warnings <count>', 'fail when there are more warnings than this', toCount);

    simulating(add('test', 'Runs the scenarios of .sup files, and says which expectations hold.', testFormats, [
        '0  every expectation held, or was not put to the test',
        '1  an expectation is broken, or a scenario could not be run as it is written'
    ], test))
        .option('--scenario <title>', 'run only the scenario of this title');

    simulating(add('simulate', 'Simulates hierarchies, and prints what happens in them and how they stand at the end.', simulateFormats, [
        '0  simulated to the end',
        '1  given up, because too much happened'
    ], simulate))
        .option('--scenario <title>', 'simulate the scenario of this title instead of the plan as it is')
        .option('--for <duration>', 'how long to simulate (default: as long as the scenario lasts; the plan as it is for a week)', toDuration);

    simulating(add('sweep', 'Lets each server, each link and Microsoft Update fail in turn, and ranks what that does to clients.', sweepFormats, [
        '0  everything has been let fail',
        '1  given up, because too much happened'
    ], sweep))
        .option('--for <duration>', 'how long each thing is down (default: until every client has scanned and catalogs could be too old)', toDuration)
        .option('--top <count>', 'how many to list of each hierarchy', toCount, 20);

    simulating(add('report', 'Writes all that there is to say of plans into one document: picture, findings, tables, scenarios.', reportFormats, [
        '0  written, whatever it says',
        '1  written, but the plan as it is could not be simulated to the end, because too much happened'
    ], (paths, options: Parameters<typeof report>[1]) => report(paths, { ...options, version }, terminal)))
        .option('--output <file>', 'write there instead of to stdout; the picture of a Markdown document is written beside it')
        .addOption(new Option('--direction <direction>', 'where a site stands that reports to another').choices(directions).default(directions[0]))
        .addOption(new Option('--theme <theme>', 'the colours (default: in HTML those of the reader\'s system, else light)').choices(themes));

    simulating(add('diff', 'Compares the plans of two files or folders by what they mean, and says what the changes take and bring.', diffFormats, [
        '0  both mean the same',
        '1  something is different'
    ], diff, twoPaths))
        .option('--output <file>', 'write there instead of to stdout');

    add('advise', 'Says of secondary sites whether they need a software update point of their own.', adviseFormats, [
        '0  said'
    ], advise)
        .option('--site <code>', 'only this site; may be repeated', append, []);

    return program;
}

function simulating(command: Command): Command {
    return command
        .option('--seed <number>', 'what chance is drawn from, whatever scenarios and configuration say', toCount)
        .option('--max-events <count>', 'give a run up after so many events (default: 50 million)', toCount);
}
