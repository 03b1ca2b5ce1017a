import { listOf } from '@sup/model';
import { CommandError } from '../command-error.js';
import type { formats, ReportOptions } from './report.js';

type Format = typeof formats[number];

/** The formats that each option of the report applies to. */
const formatsOf = {
    theme: ['html', 'markdown', 'svg', 'png'], extent: ['svg', 'png'], layer: ['html', 'markdown', 'svg', 'png'], width: ['png']
} as const satisfies Partial<Record<keyof ReportOptions, readonly Format[]>>;

/** Rejects an option that the format does not have, because a user who gives it expects an effect. */
export function checkOptions(options: ReportOptions): void {
    for (const [name, formats] of Object.entries(formatsOf) as [keyof typeof formatsOf, readonly Format[]][]) {
        if (options[name] !== undefined && !formats.includes(options.format)) {
            throw new CommandError(`--${name} has no effect on --format ${options.format}, only on ${listOf(formats)}; leave it out, or choose ${formats.length === 1 ? 'this format' : 'one of these formats'}`);
        }
    }
}
