import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changesOf, type Finding } from '@sup/language';
import { ownerOf } from '@sup/model';
import { buildScene } from '@sup/picture';
import { everyFix, findingsIn, objectionsTo } from '../support/applied-fixes.js';
import { hierarchyOf } from '../support/hierarchy.js';
import { Random } from '../support/random.js';
import { byRunLength } from '../support/run-length.js';
import { simulated } from '../support/simulated.js';
import { applied, type Files, type TestWorkspace, workspaceWith } from '../support/workspace.js';
import { shuffledStatements, statementsOf, textOf } from './blocks.js';
import { randomSites } from './random-sites.js';

// Changes of a plan that must not change its findings, or only as stated. No second opinion is needed to test this.

interface Plan {
    readonly seed: number;
    readonly random: Random;
    readonly text: string;
}

const chunks = Array.from({ length: byRunLength({ short: 1, long: 60 }) }, (_, chunk) => Array.from({ length: 25 }, (__, i) => 1 + 25 * chunk + i));

const planOf = (seed: number): Plan => {
    const random = new Random(seed);
    return { seed, random, text: randomSites(random) };
};

/** A finding without its place: the rule, the site and, if `withMessage`, what is wrong. */
function keyOf({ rule, at, message }: Finding, withMessage: boolean): string {
    const site = 'of' in at && 'element' in at.of ? ownerOf(at.of)?.site.code : undefined;
    return [rule.id, site, ...withMessage ? [message.what] : []].join(' ');
}

function keysIn(workspace: TestWorkspace, files: Files, withMessage: boolean): string[] {
    return Object.keys(files).flatMap(name => workspace.findings(name)).map(finding => keyOf(finding, withMessage)).sort();
}

interface Transformation {
    /** The files of the changed plan. A file without a `hierarchy` line is a hierarchy of its own. */
    apply(this: void, plan: Plan): Files;
    /** The original words of a changed message. */
    restore?(key: string): string;
    /** Whether messages list elements in their order. */
    readonly changesOrder?: boolean;
}

/** A text in which all sites, servers and clusters have other names, in the same order. */
const renamed = (text: string): string => text.replaceAll(/\bS0/g, 'Q7').replaceAll(/\bs0/g, 'q7');

const inOneFile = (change: (plan: Plan) => string) => (plan: Plan): Files => ({ 'plan.sup': change(plan) });

/** Several sites without a parent that are equal in everything else: the first one is the central site. */
const dependsOnOrder = (keys: readonly string[]): boolean => keys.some(key => key.startsWith('multiple-central-sites'));

const transformations: Record<string, Transformation> = {
    'another order of the sites': { apply: inOneFile(({ random, text }) => textOf(random.shuffle(statementsOf(text)))), changesOrder: true },
    'another order of the statements in every block': { apply: inOneFile(({ random, text }) => textOf(shuffledStatements(random, statementsOf(text)))), changesOrder: true },
    'a file for every few sites': {
        apply({ seed, random, text }) {
            const files = Array.from({ length: random.between(2, 4) }, (): string[] => [`hierarchy H${seed}\n`]);
            statementsOf(text).forEach(site => random.of(files).push(textOf([site])));
            return Object.fromEntries(random.shuffle(['a', 'm', 'x', 'z'].slice(0, files.length)).map((name, i) => [`${name}.sup`, files[i]!.join('')]));
        },
        changesOrder: true
    },
    'other names': { apply: inOneFile(({ text }) => renamed(text)), restore: key => key.replaceAll(/\bQ7/g, 'S0').replaceAll(/\bq7/g, 's0') },
    'comments, blank lines and spaces': {
        apply: inOneFile(({ random, text }) => text.split('\n').map(line => [...random.isOneIn(4) ? ['', '// central site ZZZ {'] : [], `${' '.repeat(random.between(0, 5))}${line}${random.isOneIn(4) ? '  // }' : ''}`].join('\n')).join('\n'))
    },
    'Windows line ends': { apply: inOneFile(({ text }) => text.replaceAll('\n', '\r\n')) },
    'another hierarchy beside it': { apply: ({ text, seed }) => ({ 'plan.sup': text, 'other.sup': `hierarchy Other${seed}\n${soundHierarchy}` }) }
};

const soundHierarchy = `central site S00 {
  mode: mixed
  server S00SUP {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active
  }
  synchronization { schedule: every 1 day at 02:07  products: "Windows XP"  classifications: "Updates"  languages: en }
}
`;

/** Several plans with their changed versions in one workspace, each a hierarchy of its own. */
async function changedPlans(seeds: readonly number[], apply: Transformation['apply']): Promise<{ workspace: TestWorkspace; plans: readonly { before: Files; after: Files; plan: Plan }[] }> {
    const plans = seeds.map(seed => {
        const plan = planOf(seed);
        const after = Object.entries(apply(plan)).map(([name, text]) => [`${seed}-after-${name}`, text]);
        return { plan, before: { [`${seed}-before.sup`]: plan.text }, after: Object.fromEntries(after) as Files };
    });
    return { plans, workspace: await workspaceWith(Object.assign({}, ...plans.flatMap(({ before, after }) => [before, after])) as Files) };
}

describe('the findings of a plan do not depend on', () => {
    test.for(Object.entries(transformations))('%s', async ([, { apply, restore = (key: string) => key, changesOrder = false }]) => {
        for (const seeds of chunks) {
            const { workspace, plans } = await changedPlans(seeds, apply);
            for (const { before, after, plan } of plans) {
                const expected = keysIn(workspace, before, !changesOrder);
                if (!changesOrder || !dependsOnOrder(expected)) {
                    expect(keysIn(workspace, after, !changesOrder).map(restore), `seed ${plan.seed}:\n${Object.values(after).join('\n')}`).toEqual(expected);
                }
            }
        }
    });

    test('its layout: the formatter changes no finding', async () => {
        for (const seeds of chunks) {
            const workspace = await workspaceWith(Object.fromEntries(seeds.map(seed => [`${seed}.sup`, planOf(seed).text])));
            const before = seeds.map(seed => keysIn(workspace, { [`${seed}.sup`]: '' }, true));
            await workspace.write(Object.fromEntries(await Promise.all(seeds.map(async seed => [`${seed}.sup`, await formatted(workspace, `${seed}.sup`)]))) as Files);
            expect(seeds.map(seed => keysIn(workspace, { [`${seed}.sup`]: '' }, true))).toEqual(before);
        }
    });
});

async function formatted(workspace: TestWorkspace, name: string): Promise<string> {
    const document = workspace.document(name);
    const edits = await workspace.services.lsp.Formatter!.formatDocument(document, { textDocument: { uri: document.uri.toString() }, options: { insertSpaces: true, tabSize: 2 } });
    return TextDocument.applyEdits(document.textDocument as TextDocument, edits);
}

test('a plan and its copy have the same findings, each in its own hierarchy', async () => {
    for (const seeds of chunks) {
        const { workspace, plans } = await changedPlans(seeds, ({ text, seed }) => ({ 'plan.sup': `hierarchy H${seed}\n${text}`, 'copy.sup': `hierarchy Copy${seed}\n${renamed(text)}` }));
        for (const { before, after, plan } of plans) {
            const expected = keysIn(workspace, before, true);
            expect(keysIn(workspace, after, true), `seed ${plan.seed}`).toEqual([...expected, ...expected.map(renamed)].sort());
        }
    }
});

/** A plan, and the same plan with its sites in another order. */
function orders(seed: number): readonly string[] {
    const { random, text } = planOf(seed);
    return [text, textOf(random.shuffle(statementsOf(text)))];
}

test('the order of sites changes no picture', () => {
    for (const seed of chunks.flat()) {
        const [before, after] = orders(seed).map(text => buildScene(hierarchyOf(text), []));
        expect(after, `seed ${seed}`).toEqual(before);
    }
});

test('the order of sites changes no simulation', () => {
    for (const seed of chunks.flat()) {
        const [before, after] = orders(seed).map(text => simulated(text, '2d').entries.map(({ time, site, details }) => [time, site, details.kind]));
        expect(after, `seed ${seed}`).toEqual(before);
    }
});

describe('a plan with findings', () => {
    test('keeps its findings when an unrelated mistake is added', async () => {
        for (const seeds of chunks) {
            const { workspace, plans } = await changedPlans(seeds, inOneFile(({ text }) => `${text}\nprimary site Q7Q reports to Q7X {\n  mode: mixed\n}\n`));
            for (const { before, after, plan } of plans) {
                expect(keysIn(workspace, after, true).filter(key => !key.includes('Q7Q')), `seed ${plan.seed}`).toEqual(keysIn(workspace, before, true));
            }
        }
    });

    /** Such a finding is at the parent of several sites; without one of them it may be at the only other one. */
    const isAboutSeveralChildren = (key: string): boolean => /^(?:secondary-has-children|native-child-under-mixed-parent) /.test(key);

    test('gets no other findings when a site is removed that has none and that no other site refers to', async () => {
        for (const seeds of chunks) {
            const { workspace, plans } = await changedPlans(seeds, inOneFile(plan => textOf(statementsOf(plan.text).slice(0, -1))));
            for (const { before, after, plan } of plans) {
                const rest = Object.values(after).join();
                const code = / site (\w+)/.exec(statementsOf(plan.text).at(-1)!.line)![1]!;
                const expected = keysIn(workspace, before, false);
                if (!rest.includes(code) && !expected.some(key => key.endsWith(code)) && !dependsOnOrder(expected) && !expected.some(isAboutSeveralChildren)) {
                    expect(keysIn(workspace, after, false).filter(key => !expected.includes(key)), `seed ${plan.seed}`).toEqual([]);
                }
            }
        }
    });

    test('has sound fixes: each solves its finding and makes no error', async () => {
        for (const seed of chunks.flat().filter(each => each % 5 === 0)) {
            const files = { 'plan.sup': planOf(seed).text };
            const workspace = await workspaceWith(files);
            const before = findingsIn(workspace, files);
            for (const fix of everyFix(workspace, files)) {
                expect(await objectionsTo(fix, before, files), `"${fix.title}", seed ${seed}`).toEqual([]);
            }
        }
    });

    test('has the same findings again when a fix is undone', async () => {
        for (const seed of chunks.flat()) {
            const { text, random } = planOf(seed);
            const files = { 'plan.sup': text };
            const workspace = await workspaceWith(files);
            const before = workspace.listing();
            const fixes = workspace.findings('plan.sup').flatMap(finding => finding.fixes());
            if (fixes.length > 0) {
                await workspace.write(applied(files, changesOf(random.of(fixes).edits)));
                await workspace.write(files);
                expect(workspace.listing(), `seed ${seed}`).toEqual(before);
            }
        }
    });
});
