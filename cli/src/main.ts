// Room: cli. Owns the command `sup`: its arguments, its exit codes, and its output for people, programs and code scanning.
// Called by: shells. Absent: rules and the reading of files (rooms language and files), the network, other processes.

import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { reasonOf } from '@sup/files';
import { CannotRun } from './cannot-run.js';
import { check, type CheckOptions, formats } from './check.js';
import { visible } from './visible.js';

/** Put in by the bundler from the only version number, the manifest's. */
declare const SUP_VERSION: string;

const exitCodes = `
Exit codes:
  0  nothing to report but what --max-warnings tolerates
  1  errors found, or more warnings than --max-warnings
  2  could not check, or not everything: stderr says why`;

const program = new Command('sup')
    .description('Checks plans of software update point hierarchies (.sup files).')
    .version(SUP_VERSION, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureOutput({ outputError: text => complain(text.replace(/^error: /, '')) })
    .exitOverride();

program.command('check')
    .description('Checks .sup files and folders of them, with the rules and settings of the editor.')
    .argument('[path...]', 'files or folders; files around them are read too, but not reported', ['.'])
    .addOption(new Option('--format <format>', 'how findings are written to stdout').choices(formats).default('pretty'))
    .option('--max-warnings <count>', 'fail when there are more warnings than this', toCount)
    .addHelpText('after', exitCodes)
    .action(async (paths: string[], options: Pick<CheckOptions, 'format' | 'maxWarnings'>) => {
        const { stdout, stderr, env } = process;
        endWith(await check(paths, { ...options, version: SUP_VERSION }, { stdout, stderr, env, complain }));
    });

// SIGINT and SIGTERM have no handlers on purpose: the signal then ends the process at once, even in the middle of a long
// computation, and a shell sees 130. Nothing is ever half written, because nothing is written but the output.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') { // else a reader of the output, such as `head`, has seen enough
        fail(new CannotRun(`the output could not be written: ${reasonOf(error)}`));
    }
});
process.stderr.on('error', () => undefined); // there is nowhere left to say it
process.on('uncaughtException', fail);
program.parseAsync().catch(fail);

function fail(error: unknown): void {
    if (error instanceof CommanderError) {
        endWith(error.exitCode === 0 ? 0 : 2); // Commander has said the rest
    } else {
        complain(error instanceof CannotRun ? error.message : `an internal error: ${error instanceof Error ? error.message : String(error)}`);
        endWith(2);
    }
}

/** Sets the exit code, unless something worse has been seen. The process ends by itself, when all output is written. */
function endWith(code: number): void {
    process.exitCode = Math.max(code, Number(process.exitCode ?? 0));
}

/** Writes one line to stderr, whatever the message holds. */
function complain(message: string): void {
    process.stderr.write(`sup: ${visible(message.trim().replace(/\s*[\r\n]+\s*/g, ' '))}\n`);
}

function toCount(text: string): number {
    if (!/^[0-9]{1,9}$/.test(text)) {
        throw new InvalidArgumentError('It takes a number.');
    }
    return Number(text);
}
