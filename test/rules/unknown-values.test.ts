import { AstUtils } from 'langium';
import { describe, expect, test } from 'vitest';
import { catalogue, keysOf, registry } from '@sup/language';
import { spanOfPart } from '../../language/src/analysis/ranges.js';
import { itemOf, takesQuotes, type ValueType } from '../../language/src/syntax/catalogue/value-types.js';
import { type BlockName, blockNames } from '../../language/src/syntax/tree/blocks.js';
import { readExample } from '../support/markers.js';
import { Random } from '../support/random.js';
import { readRulePage } from '../support/rule-page.js';
import { byRunLength } from '../support/run-length.js';
import { type Files, type TestWorkspace, workspaceWith } from '../support/workspace.js';

// No rule judges an unknown value: a finding in a plan with one must also be in the plan with any value in its place, unless that has another
// finding instead.

/** Rules whose findings appear for another reason. */
const exceptions: Readonly<Record<string, string>> = {
    'allow-unused': 'The finding that the statement accepts is gone.',
    'syntax-error': 'A value that is broken by a syntax error cannot be replaced alone.',
    'misplaced-property': 'A value that is broken by a syntax error cannot be replaced alone.',
    'unknown-property': 'A value that is broken by a syntax error cannot be replaced alone.'
};

/** Values of types that suggest none. */
const samples = ['"\\\\server.example\\share"', '8530'];

const today = (): string => '2026-11-22';
const share = byRunLength({ short: 100, long: 1 });

/** A place for a value: that of a property, a version of WSUS or a state of a software update point. */
interface Slot {
    readonly name: string;
    /** The values that are compared with `unknown`, beside the one in the plan. */
    readonly values: readonly string[];
    /** The plan with a value there. */
    with(value: string): Files;
}

function slotsOf(workspace: TestWorkspace, files: Files): Slot[] {
    return Object.keys(files).filter(name => name.endsWith('.sup')).flatMap(file => AstUtils.streamAst(workspace.document(file).parseResult.value).toArray().flatMap(node => {
        const text = files[file]!;
        const slotAt = (name: string, values: readonly string[], offset: number, end: number, write: (value: string) => string): Slot => ({
            name: `${file}:${text.slice(0, offset).split('\n').length} ${name}`, values, with: value => ({ ...files, [file]: text.slice(0, offset) + write(value) + text.slice(end) })
        });
        const block = blockNames[node.$type as keyof typeof blockNames] as BlockName | undefined;
        const body = (node as { body?: { $cstNode?: { offset: number } } }).body?.$cstNode;
        const head = block === 'wsus' ? spanOfPart(node as never, 'version') : block === 'software update point' ? spanOfPart(node as never, 'state') : undefined;
        return [
            ...head ? [slotAt('head', block === 'wsus' ? ['3.0', '3.0 SP1', '3.0 SP2'] : ['active', 'internet', 'inactive'], head.offset, head.end, value => value)] : [],
            ...body && block && !['file', 'scenario', 'assume'].includes(block) ? keysOf(block).map(key => {
                const type = (catalogue[block] as Record<string, { value: ValueType<unknown> }>)[key]!.value;
                const values = type.suggestions.length > 0 ? type.suggestions.map(each => takesQuotes(type) ? `"${each}"` : each) : samples.filter(each => type.read([itemOf(each.replaceAll('"', ''), each.startsWith('"'))]) !== undefined);
                const span = spanOfPart(node as never, key);
                return span ? slotAt(key, values, span.offset, span.end, value => value) : slotAt(key, values, body.offset + 1, body.offset + 1, value => ` ${key}: ${value}\n`);
            }) : []
        ];
    }));
}

async function countsOf(files: Files): Promise<ReadonlyMap<string, number>> {
    const workspace = await workspaceWith(files, { today });
    expect(workspace.reports).toEqual([]);
    const counts = new Map<string, number>();
    for (const { code } of workspace.documents().flatMap(document => document.diagnostics ?? [])) {
        counts.set(String(code), (counts.get(String(code)) ?? 0) + 1);
    }
    return counts;
}

describe.each(registry.map(rule => rule.id))('%s', id => {
    test.each((['Incorrect', 'Correct'] as const).flatMap(heading => readRulePage(id).examples(heading).map(({ text }, i) => [`${heading.toLowerCase()} example ${i + 1}`, text])))('an unknown value in its %s adds no finding', async (example, text) => {
        const { files } = readExample(text!);
        const random = new Random(id.length + example!.length);
        const slots = slotsOf(await workspaceWith(files, { today }), files).filter(() => random.isOneIn(share));
        const present = await countsOf(files);
        const added: string[] = [];
        for (const slot of slots) {
            const unknown = await countsOf(slot.with('unknown'));
            const compare = (value: string, known: ReadonlyMap<string, number>): void => {
                const more = [...unknown].filter(([rule, count]) => count > (known.get(rule) ?? 0) && !(rule in exceptions));
                // Of two rules about one mistake, one leaves it to the other, so a finding may replace another one.
                const isReplaced = [...known].some(([rule, count]) => count > (unknown.get(rule) ?? 0));
                added.push(...isReplaced ? [] : more.map(([rule]) => `${rule} is found with an unknown ${slot.name}, but not with ${value}`));
            };
            compare('the present value', present);
            for (const value of unknown.size > 0 ? slot.values : []) {
                compare(value, await countsOf(slot.with(value)));
            }
        }
        expect(added).toEqual([]);
    });
});
