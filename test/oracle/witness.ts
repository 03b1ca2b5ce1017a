import { workspaceWith } from '../support/workspace.js';
import { type Statement, statementsOf } from './blocks.js';
import { shrink } from './shrink.js';
import { smallWorlds } from './small-worlds.js';

/** A plan with a finding, and the same plan after one change, without it. Neither has other findings of the level error or warning, if possible. */
export interface Witness {
    readonly before: string;
    readonly after: string;
}

/** The rules that have findings in each of several plans: all, and those with errors or warnings. */
export async function rulesIn(texts: readonly string[]): Promise<readonly { readonly all: ReadonlySet<string>; readonly severe: ReadonlySet<string> }[]> {
    const workspace = await workspaceWith(Object.fromEntries(texts.map((text, i) => [`${i}.sup`, text])));
    return texts.map((_, i) => {
        const found = workspace.findings(`${i}.sup`);
        return { all: new Set(found.map(({ rule }) => rule.id)), severe: new Set(found.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ rule }) => rule.id)) };
    });
}

/** The smallest plan with a finding of a rule that is left of a larger one, and the nearest plan without it. Undefined if only an empty plan is. */
export async function witnessOf(rule: string, plan: string): Promise<Witness | undefined> {
    const [found] = await rulesIn([plan]);
    const others = (severe: ReadonlySet<string>): number => [...severe].filter(each => each !== rule).length;
    const most = others(found!.severe);
    const before = await shrink(plan, async texts => (await rulesIn(texts)).map(({ all, severe }) => all.has(rule) && others(severe) <= most));
    const near = neighbors(before);
    const remaining = (await rulesIn(near)).map(({ all, severe }) => all.has(rule) ? Infinity : 1_000 * others(severe) + all.size);
    const least = Math.min(...remaining);
    const after = near[remaining.indexOf(least)];
    return after === undefined || least === Infinity ? undefined : { before: plainText(statementsOf(before)), after };
}

/** The plans that differ in one line: another value, then one line less, then one more. */
function neighbors(text: string): readonly string[] {
    const statements = statementsOf(text);
    const codes = statements.flatMap(({ line }) => / site (\w+)/.exec(line)?.[1] ?? []);
    const changes = changed(statements, 'file', codes);
    return [...changes.replaced, ...changes.removed, ...changes.added].filter(each => each.length > 0).map(each => plainText(each));
}

interface Changes {
    readonly replaced: readonly (readonly Statement[])[];
    readonly removed: readonly (readonly Statement[])[];
    readonly added: readonly (readonly Statement[])[];
}

function changed(statements: readonly Statement[], kind: string, codes: readonly string[], code = ''): Changes {
    const inside = statements.map(({ line, block }) => block && changed(block, kindOf(line), codes, / site (\w+)/.exec(line)?.[1] ?? code));
    const within = (key: keyof Changes): (readonly Statement[])[] => statements.flatMap((each, i) => (inside[i]?.[key] ?? []).map(block => statements.toSpliced(i, 1, { ...each, block })));
    const words = [...vocabulary.get(kind) ?? []].filter(line => !/\bunknown\b/.test(line)).map(line => line.replaceAll('@', code));
    return {
        replaced: [...statements.flatMap((each, i) => alternatives(each.line, words, codes).map(line => statements.toSpliced(i, 1, { ...each, line }))), ...within('replaced')],
        removed: [...statements.flatMap((each, i) => each.block && each.block.length > 0 ? [] : [statements.toSpliced(i, 1)]), ...within('removed')],
        added: [...within('added'), ...words.filter(line => !line.endsWith('{') && !statements.some(each => keyOf(each.line) === keyOf(line))).map(line => [{ line, block: undefined }, ...statements])]
    };
}

/** Other forms of a line: another kind or parent of a site, another state or version, another value of a property. */
function alternatives(line: string, words: readonly string[], codes: readonly string[]): readonly string[] {
    const site = /^(central|primary|secondary) site (\w+)(?: reports to (.+?))?( \{)?$/.exec(line);
    if (site) {
        const [, kind, code, parent, end = ''] = site;
        const heads = ['central', 'primary', 'secondary'].flatMap(each => ['', ...codes].filter(to => to !== code && (each === kind || to === (parent ?? ''))).map(to => `${each} site ${code}${to && ` reports to ${to}`}${end}`));
        return heads.filter(head => head !== line);
    }
    return words.filter(each => each !== line && keyOf(each) === keyOf(line) && each.endsWith('{') === line.endsWith('{'));
}

const kindOf = (line: string): string => / site /.test(line) ? 'site' : /^(?:server|cluster|wsus|software update point|synchronization|clients)\b/.exec(line)![0];
const keyOf = (line: string): string => /^[a-z ]+:/.exec(line)?.[0] ?? /^(?:site server|wsus|software update point|server|cluster|synchronization|clients)\b/.exec(line)?.[0] ?? line;

/** The lines of the small worlds by the kind of block that they are in. */
const vocabulary: ReadonlyMap<string, ReadonlySet<string>> = (() => {
    const found = new Map<string, Set<string>>();
    const collect = (statements: readonly Statement[], kind: string): void => statements.forEach(({ line, block }) => {
        found.set(kind, (found.get(kind) ?? new Set()).add(line));
        if (block) {
            collect(block, kindOf(line));
        }
    });
    Object.values(smallWorlds).flat(2).forEach(text => collect(statementsOf(text), 'file'));
    return found;
})();

/** The text of statements, with indentation and without empty blocks. */
function plainText(statements: readonly Statement[], indent = ''): string {
    return statements.map(({ line, block }) => !block ? `${indent}${line}\n` : block.length === 0 ? `${indent}${line.replace(/ \{$/, '')}\n` : `${indent}${line}\n${plainText(block, `${indent}  `)}${indent}}\n`).join('');
}

/** The lines of both plans, each once, as in a difference of two files. */
export function differenceText({ before, after }: Witness): string {
    const [old, changed] = [before.trimEnd().split('\n'), after.trimEnd().split('\n')];
    const start = old.findIndex((line, i) => line !== changed[i]);
    const first = start < 0 ? old.length : start;
    let end = 0;
    while (end < Math.min(old.length, changed.length) - first && old.at(-1 - end) === changed.at(-1 - end)) {
        end++;
    }
    const lines = (sign: string, of: readonly string[]): string[] => of.map(line => `${sign} ${line}`);
    return [...lines(' ', old.slice(0, first)), ...lines('-', old.slice(first, old.length - end)), ...lines('+', changed.slice(first, changed.length - end)), ...lines(' ', old.slice(old.length - end))].join('\n');
}

/** The two plans of a difference. */
export function witnessIn(difference: string): Witness {
    const side = (other: string): string => difference.split('\n').filter(line => !line.startsWith(other)).map(line => line.slice(2)).join('\n');
    return { before: side('+'), after: side('-') };
}

/** The names of sites and servers in order, as in the small worlds. */
export function withPlainNames(text: string): string {
    const codes = [...new Set(statementsOf(text).flatMap(({ line }) => / site (\w+)/.exec(line)?.[1] ?? []))];
    const names = new Map(codes.map((code, i) => [code, String.fromCharCode(65 + i).repeat(3)]));
    return codes.reduce((renamed, code) => renamed.replaceAll(new RegExp(`\\b${code}(?=\\b|SUP|INT|SRV|TWO|ONE|NLB|N\\d|[XYZ]\\b)`, 'g'), `<${names.get(code)!}>`), text).replaceAll(/[<>]/g, '');
}

