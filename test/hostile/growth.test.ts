import { describe, expect, test } from 'vitest';
import { expectLinear, expectLinearWork } from '../support/hostile.js';
import { processorTime } from '../support/processor-time.js';
import { workspaceWith } from '../support/workspace.js';

// The time to check a file grows linearly with its size, whatever the file holds.

const numbered = (n: number, line: (i: number) => string): string => Array.from({ length: n }, (_, i) => line(i)).join('');

test.each<[string, number, (n: number) => string]>([
    ['quotes and backslashes', 32_000, n => `"${'\\"'.repeat(n)}`],
    ['quotes on lines', 5_000, n => '\'"\n'.repeat(n)],
    ['beginnings of comments', 64_000, n => '/* '.repeat(n)],
    ['comments', 64_000, n => '/**/'.repeat(n)],
    ['comments on lines', 50_000, n => '//x\n'.repeat(n)],
    ['comments between statements', 2_500, n => '//x\nmode: native\n'.repeat(n)],
    ['characters without meaning', 32_000, n => '@ '.repeat(n)],
    ['characters without meaning on lines', 5_000, n => '@\n'.repeat(n)],
    ['equals signs', 100_000, n => '= '.repeat(n)],
    ['colons', 50_000, n => ': '.repeat(n)],
    ['commas', 50_000, n => `central site NOR { mode: ${','.repeat(n)}`],
    ['closing braces', 50_000, n => '}'.repeat(n)],
    ['closing braces on lines', 50_000, n => '}\n'.repeat(n)],
    ['opening braces', 10_000, n => '{\n'.repeat(n)],
    ['times and texts', 5_000, n => '12:00\n"x"\n'.repeat(n)],
    ['keys', 5_000, n => 'a: '.repeat(n)],
    ['keywords', 5_000, n => 'site '.repeat(n)],
    ['keywords on lines', 2_500, n => 'site\nserver\nwsus\n'.repeat(n / 2)],
    ['words of a value', 10_000, n => `central site NOR { mode: ${'a '.repeat(n)} }`],
    ['items of a list', 50_000, n => `central site NOR { server A { fqdn: ${'a, '.repeat(n)}a } }`],
    ['sites on one line', 2_500, n => numbered(n, i => `primary site S${i} reports to S${i >> 3} { clients: 5 } `)],
    ['sites on lines', 2_500, n => numbered(n, i => `primary site S${i} reports to S${i >> 3} {\n  clients: 5\n}\n`)],
    ['sites below each other', 2_500, n => numbered(n, i => `primary site S${i} reports to S${i + 1}\n`)],
    ['sites below one', 2_500, n => numbered(n, i => `primary site S${i} reports to S0\n`)],
    ['sites of one code', 2_500, n => 'primary site NOR {\n}\n'.repeat(n)],
    ['sites with unknown parents', 1_250, n => numbered(n, i => `primary site S${i} reports to X${i}\n`)],
    ['parents of one site', 2_500, n => `primary site NOR reports to ${numbered(n, i => `X${i}, `)}X`],
    ['sites in unclosed blocks', 1_250, n => 'primary site NOR {\n  server A {\n'.repeat(n)],
    ['sites in sites', 1_000, n => 'primary site NOR {\n  server A {\n    primary site OSL {\n}\n}\n}\n'.repeat(n)],
    ['unknown properties', 2_500, n => `central site NOR {\n${numbered(n, i => `  p${i}: x\n`)}}\n`],
    ['misplaced properties', 2_500, n => `central site NOR {\n${'  ports: 80\n'.repeat(n)}}\n`],
    ['the same property', 2_500, n => `central site NOR {\n${'  mode: native\n'.repeat(n)}}\n`],
    ['values that cannot be read', 2_500, n => `central site NOR {\n${'  server A {\n wsus 4.0 { ssl: yse }\n }\n'.repeat(n / 4)}}\n`],
    ['values broken by a colon', 2_500, n => `central site NOR {\n${'fqdn: a.b:80\nmode: x:y\n'.repeat(n / 2)}}\n`],
    ['unknown statements', 2_500, n => 'sever X {\n}\n'.repeat(n)],
    ['superfluous words', 2_500, n => 'site A B\n'.repeat(n)],
    ['servers', 1_250, n => `central site NOR {\n${numbered(n, i => `  server A${i} {\n    wsus 3.0 SP2\n    software update point active\n  }\n`)}}\n`],
    ['active software update points of one server', 1_250, n => `central site NOR {\n  server A {\n${'software update point active\n'.repeat(n)}}\n}\n`],
    ['clusters', 1_250, n => `central site NOR {\n${numbered(n, i => `  cluster A${i} { nodes: B${i}, C }\n`)}}\n`],
    ['accepted risks', 2_500, n => `central site NOR {\n${'allow multiple-active-sups because "x"\n'.repeat(n)}}\n`],
    ['accepted risks and findings', 1_250, n => `central site NOR {\n${'allow sup-without-wsus because "x"\n'.repeat(n)}${'server A { software update point }\n'.repeat(n)}}\n`],
    ['invisible characters', 10_000, n => '// \u200B\n'.repeat(n)],
    ['invisible characters on one line', 50_000, n => `// ${'\u202E'.repeat(n)}`],
    ['characters outside the basic plane', 2_500, n => '😀 x '.repeat(n)],
    ['unclosed texts with braces', 2_500, n => 'server "A {\n'.repeat(n)],
    ['headers', 5_000, n => 'hierarchy X\n'.repeat(n)]
])('checks %s in linear time', async (_, n, make) => {
    await expectLinear(make, n);
}, 120_000);

test('resumes after errors in nested blocks in about the time that it takes in one block', async () => {
    const timeAt = async (depth: number): Promise<number> => {
        const text = `central site NOR {\n${'server A {\n'.repeat(depth)}${': '.repeat(2_400)}`;
        const times = [];
        for (let i = 0; i < 3; i++) {
            times.push(await processorTime(() => workspaceWith(text)));
        }
        return Math.min(...times);
    };
    // Without the scan that resumes, it takes more than twenty times as long.
    expect(await timeAt(60)).toBeLessThan(4 * await timeAt(1) + 100);
});

describe('the time to offer fixes', () => {
    test.each<[string, number, (n: number) => string]>([
        ['a long number', 20_000, n => `central site NOR {\n  clients: ${'1'.repeat(n)} intranet\n}\n`],
        ['a long value', 5_000, n => `central site NOR {\n  clients: ${'1 d '.repeat(n)}\n}\n`],
        ['many lines', 4_000, n => 'mode: "\n'.repeat(n)],
        ['many properties', 2_500, n => `central site NOR {\n${'  mode: nativ\n'.repeat(n)}}\n`],
        ['many other blocks', 10_000, n => `central site NOR {\n${numbered(n, i => `  server A${i}\n`)}  fqdn: a.b\n}\n`],
        ['many sites', 1_250, n => numbered(n, i => `primary site S${i} {\n  mode: nativ\n}\n`)]
    ])('grows linearly with %s', async (_, n, make) => {
        await expectLinearWork(async size => {
            const workspace = await workspaceWith(make(size));
            const document = workspace.document('plan.sup');
            const diagnostics = [...workspace.diagnostics('plan.sup')];
            const params = { textDocument: { uri: document.uri.toString() }, range: diagnostics.at(-1)!.range, context: { diagnostics } };
            return { work: async () => void await workspace.services.lsp.CodeActionProvider!.getCodeActions(document, params) };
        }, n);
    }, 120_000);
});

test('renames a site with many references in linear time', async () => {
    await expectLinearWork(async size => {
        const workspace = await workspaceWith(`central site NOR\n${numbered(size, i => `primary site S${i} reports to NOR\n`)}`);
        const textDocument = { uri: workspace.document('plan.sup').uri.toString() };
        return { work: async () => void await workspace.services.lsp.RenameProvider!.rename(workspace.document('plan.sup'), { textDocument, position: { line: 0, character: 13 }, newName: 'NEW' }) };
    }, 5_000);
}, 120_000);

describe('the time to offer fixes for a whole file', () => {
    test.each<[string, string]>([
        ['with indented lines', ' {\n  clients: 5\n}'],
        ['without indented lines', '']
    ])('grows linearly with a file %s', async (_, block) => {
        await expectLinearWork(async size => {
            const workspace = await workspaceWith(`central site NOR\n${numbered(size, i => `primary site S${1_000 + i} reports to NOR${block}\n`)}`);
            const document = workspace.document('plan.sup');
            const range = { start: { line: 0, character: 0 }, end: document.textDocument.positionAt(Infinity) };
            const params = { textDocument: { uri: document.uri.toString() }, range, context: { diagnostics: [...workspace.diagnostics('plan.sup')] } };
            return { work: async () => void await workspace.services.lsp.CodeActionProvider!.getCodeActions(document, params) };
        }, 1_500);
    }, 120_000);
});
