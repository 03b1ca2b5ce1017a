import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { changesOf } from '@sup/language';
import { fileLimits } from '@sup/model';
import { expectLinear, expectSound, survives, tally } from '../support/hostile.js';
import { applied, TestWorkspace, workspaceWith } from '../support/workspace.js';

// Whatever a file holds, it costs findings in that file, in time that grows with its size, and nothing else.

const sample = readFileSync(new URL('../../examples/starter/starter.sup', import.meta.url), 'utf8');

describe('encodings and line ends', () => {
    test.each([
        ['an empty file', ''],
        ['white space', ' \t\n\r\n\n'],
        ['a comment', '// nothing yet'],
        ['a byte order mark and nothing else', '\uFEFF'],
        ['a byte order mark before a plan', `\uFEFF${sample}`],
        ['CRLF', sample.replaceAll('\n', '\r\n')],
        ['CR alone', sample.replaceAll('\n', '\r')],
        ['no line break at the end', sample.trimEnd()],
        ['a thousand line breaks at the end', sample + '\n'.repeat(1_000)],
        ['line breaks of all kinds', sample.split('\n').map((line, i) => line + ['\n', '\r\n', '\r'][i % 3]!).join('')]
    ])('%s has no findings', async (_, text) => {
        expect(tally(await survives(text))).toEqual({});
    });

    test('the kind of line break changes no place', async () => {
        const broken = sample.replace('mode: mixed', 'mode: mxed').replace('site server', 'site sever');
        const places = await Promise.all(['\n', '\r\n', '\r'].map(async lineBreak => (await survives(broken.replaceAll('\n', lineBreak))).listing()));
        expect(places[0]).not.toEqual([]);
        expect(places[1]).toEqual(places[0]);
        expect(places[2]).toEqual(places[0]);
    });

    test('a byte order mark inside a file is one finding', async () => {
        expect(tally(await survives(sample.replace('\n', '\n\uFEFF')))).toEqual({ 'invisible-character': 1 });
    });

    test.each([
        ['UTF-16 read as UTF-8', `\uFFFD\uFFFD${[...sample].map(character => `${character}\0`).join('')}`],
        ['a binary file', '\uFFFDPNG\r\n\x1A\n\0\0\0\rIHDR\0\0\uFFFD{{{"'],
        ['a NUL', '\0'],
        ['a plan with one NUL', sample.replace('mixed', 'mi\0xed')]
    ])('%s is one finding', async (_, text) => {
        expect(tally(await survives(text))).toEqual({ 'syntax-error': 1 });
    });

    test('a file in another encoding is a warning on its line', async () => {
        const workspace = await survives(sample.replace('Harbour Street', 'Stra\uFFFDe'));
        expect(workspace.diagnostics('plan.sup')).toMatchObject([{ code: 'invisible-character', severity: 2 }]);
    });

    test.each(['\u2028', '\u2029', '\u0085', '\v', '\f', '\u00A0', '\u3000'])('%j between tokens does not move the lines', async character => {
        const workspace = await survives(`${character}\n${sample.replaceAll(' reports to ', `${character} reports to${character} `)}mode: x\n`);
        expect(workspace.listing().at(-1)).toBe(`plan.sup:${sample.split('\n').length + 1}:1 misplaced-property`);
    });

    test.each([...Array(0x21).keys(), 0x7F].filter(code => code !== 0).map(code => [code.toString(16), String.fromCharCode(code)]))('U+%s alone is white space or one finding that names it', async (code, character) => {
        const workspace = await survives(character);
        expect(workspace.listing().length).toBe(/\s/.test(character) ? 0 : 1);
        expect(workspace.diagnostics('plan.sup').every(({ message }) => String(message).includes(`U+00${code.toUpperCase().padStart(2, '0')}`))).toBe(true);
    });

    test('a character outside the basic plane is named by its code point and counts as two', async () => {
        const [first, ...others] = (await survives('central site NOR { 😀 mode native }')).diagnostics('plan.sup');
        expect(first).toMatchObject({ code: 'syntax-error', range: { start: { character: 19 }, end: { character: 21 } } });
        expect(first!.message).toContain('U+1F600');
        expect(others).toEqual([]);
    });

    test.each(['\ud83d', '\ude00', '\ud83d\ud83d', 'x\ud83d', '"\ud83d', 'server "\ud83d" {', 'central site NOR "\ude00" reports to', 'central site NOR { mode: "\ud83d" }', 'hierarchy "\ud83d"\nhierarchy "\ude00"', 'allow "\ud83d"', '// \ud83d'])('halves of characters are never repeated: %j', async text => {
        await survives(text);
    });

    test.each([...'\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200B\u200C\u200D\u2060\uFEFF\uFFFD\x07\x9B'])('%j is found in names, texts and comments', async character => {
        const inComment = await survives(`// a${character}b\n`);
        const inText = await survives(`central site NOR "Nor${character}dlys" {\n}\n`);
        expect(tally(inComment)).toEqual({ 'invisible-character': 1 });
        expect(tally(inText)['invisible-character']).toBe(1);
        expect(inComment.diagnostics('plan.sup')[0]!.message).toMatch(/U\+[0-9A-F]{4}/);
        expect((await survives(`central site N${character}R {\n}\n`)).listing()).not.toEqual([]);
    });
});

describe('words and texts', () => {
    test.each([
        '"', '""', '"""', '"\n"', '/*', '/*/', '/**', '/* /*', '//', '/', '"\\', "'", "'\"", '`', '${x}', '{{x}}', '%PATH%', '$(whoami)', '\\u{110000}',
        '99999999999999999999', '1e999', '0x', '-0', '1_000', '٣', 'İ', 'ſite', 'ßite', '{', '}', ':', ',', '{ }', 'a:', 'a:b', ':a', 'a,', ',a', '12:00', '99:99:99',
        'site', 'central', 'primary', 'secondary site', 'central central site', 'reports', 'reports to', 'to', 'server', 'server server', 'site server', 'site site server', 'site server server',
        'software', 'software update', 'software update point', 'software update point point', 'update point', 'wsus', 'wsus wsus', 'cluster', 'synchronization', 'clients', 'proxy', 'allow', 'allow until', 'allow because', 'allow x until until because because', 'hierarchy', 'hierarchy hierarchy',
        'SITE A', 'siteA', 'Central Site NOR {\n}', 'central site NOR reports to', 'central site NOR reports to ,', 'central site NOR reports to A,', 'central site NOR reports to reports to', 'central site NOR reports A',
        'server A: {\n}', 'synchronization: {\n}', 'central site NOR: {\n}', 'x: {', 'x: }', '"a": "b"', '{"sites": [{"code": "NOR"}]}', 'sites:\n  - code: NOR\n', '<site code="NOR"/>', 'NOR -> OSL', 'a = b;'
    ])('%j', async text => {
        await survives(text);
        await survives(`central site NOR {\n${text}\n}\n`);
        await survives(`central site NOR { server NORSUP01 { ${text} } }`);
        await survives(`${text}${text}`);
    });

    test('an unclosed text ends at its line', async () => {
        const workspace = await survives('central site NOR {\n  mode: "native\n  link: 2 Mbps\n}\n');
        expect(tally(workspace)).toMatchObject({ 'unclosed-string': 1 });
        expect(workspace.listing().filter(entry => entry.startsWith('plan.sup:3'))).toEqual([]);
    });

    test('an unclosed comment is one finding, at its start', async () => {
        expect((await survives(`${sample}/* and so on\n{ " '`)).listing()).toEqual([`plan.sup:${sample.split('\n').length}:1 unclosed-comment`]);
    });

    test.each(['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__', 'then', 'length', 'name', '$type', '$ref', 'self', 'undefined', 'null', 'NaN', 'true'])('%s is a name like any other', async name => {
        const plan = (each: string): string => [
            `hierarchy ${each}`, `central site NOR {`, `  ${each}: ${each}`, `  server ${each} {`, '    site server', '    wsus 3.0 SP2', `    software update point ${each}`, '  }',
            `  cluster ${each} { nodes: ${each}, other }`, `  ${each} ${each}`, `  synchronization { source: server ${each}  ${each}: ${each} }`, `  clients "${each}" { policy: "${each}" }`, '}',
            `secondary site ${each} reports to ${each}`, `primary site ABC reports to missing${each}`, `allow ${each} because "${each}"`
        ].join('\n');
        const [hostile, plain] = [await survives(plan(name)), await survives(plan(`${name[0] === '$' ? '$' : 'q'}${'x'.repeat(name.length - 1)}`))];
        expect(tally(hostile)).toEqual(tally(plain));
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    });

    test('an undeclared name never leads to a property of objects', async () => {
        expect(tally(await survives('primary site OSL reports to constructor\n'))).toMatchObject({ 'unknown-parent': 1 });
    });
});

describe('size and depth', () => {
    const nested = (depth: number): string => `${'x {\n'.repeat(depth)}${'}\n'.repeat(depth)}`;

    test('64 blocks inside each other are read', async () => {
        expect(tally(await survives(nested(fileLimits.depth)))).toEqual({ 'unknown-statement': 1 });
    });

    test.each([fileLimits.depth + 1, 250, 20_000])('%i blocks inside each other are one finding', async depth => {
        expect(tally(await survives(nested(depth)))['syntax-error']).toBe(1);
        expect(tally(await survives(nested(depth).slice(0, depth * 4)))['syntax-error']).toBe(1);
    });

    test('brackets of other kinds nest nothing', async () => {
        await survives('{['.repeat(20_000));
        expect(tally(await survives('['.repeat(20_000)))).toEqual({ 'syntax-error': 1 });
        expect(tally(await survives('{'.repeat(20_000)))).toEqual({ 'syntax-error': 1 });
    });

    test('a file of exactly 4 MiB is analysed, and one character more is not', async () => {
        const filled = (length: number): string => `${sample}${'// filled\n'.repeat(length)}`.slice(0, length);
        expect(tally(await survives(filled(fileLimits.characters)))).toEqual({});
        expect(tally(await survives(filled(fileLimits.characters + 1)))).toEqual({ 'syntax-error': 1 });
    });

    test.each([
        ['a text', `central site NOR "${'x'.repeat(4_000_000)}`],
        ['a name', `central site ${'N'.repeat(4_000_000)} {\n}`],
        ['a key', `central site NOR {\n${'k'.repeat(4_000_000)}: 1\n}`],
        ['digits', `central site NOR {\nclients: ${'1'.repeat(4_000_000)}\n}`],
        ['blanks', `central${' '.repeat(4_000_000)}site NOR`],
        ['a comment', `/*${'*'.repeat(4_000_000)}`],
        ['two names', `central site NOR {\nserver ${'a'.repeat(1_900_000)}\nsynchronization { source: server ${'b'.repeat(1_900_000)} }\n}`]
    ])('%s of four million characters', async (_, text) => {
        await survives(text);
    });

    test('a file that cannot be read leaves the others as they were', async () => {
        const workspace = await workspaceWith({ 'plan.sup': sample, 'broken.sup': nested(20_000), 'binary.sup': '\0', 'large.sup': 'x'.repeat(fileLimits.characters + 1) });
        expectSound(workspace);
        expect(workspace.diagnostics('plan.sup')).toEqual([]);
    });

    test('10,000 times the same property is one finding', async () => {
        const workspace = await survives(`central site NOR {\n${'  mode: native\n'.repeat(10_000)}}\n`);
        expect(tally(workspace)).toEqual({ 'duplicate-property': 1 });
    });
});

describe('time grows with the size of the file', () => {
    const numbered = (n: number, line: (i: number) => string): string => Array.from({ length: n }, (_, i) => line(i)).join('');

    test.each<[string, number, (n: number) => string]>([
        ['quotes and backslashes', 32_000, n => `"${'\\"'.repeat(n)}`],
        ['quotes on lines', 5_000, n => '\'"\n'.repeat(n)],
        ['beginnings of comments', 256_000, n => '/*'.repeat(n)],
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
        ['sites on one line', 2_500, n => numbered(n, i => `primary site S${i} reports to S${i >> 3} { clients: 5 } `)],
        ['sites on lines', 2_500, n => numbered(n, i => `primary site S${i} reports to S${i >> 3} {\n  clients: 5\n}\n`)],
        ['sites below each other', 2_500, n => numbered(n, i => `primary site S${i} reports to S${i + 1}\n`)],
        ['sites below one', 2_500, n => numbered(n, i => `primary site S${i} reports to S0\n`)],
        ['sites of one code', 2_500, n => 'primary site NOR {\n}\n'.repeat(n)],
        ['sites below none', 1_250, n => numbered(n, i => `primary site S${i} reports to X${i}\n`)],
        ['parents of one site', 2_500, n => `primary site NOR reports to ${numbered(n, i => `X${i}, `)}X`],
        ['sites in unclosed blocks', 1_250, n => 'primary site NOR {\n  server A {\n'.repeat(n)],
        ['sites in sites', 1_000, n => 'primary site NOR {\n  server A {\n    primary site OSL {\n}\n}\n}\n'.repeat(n)],
        ['unknown properties', 2_500, n => `central site NOR {\n${numbered(n, i => `  p${i}: x\n`)}}\n`],
        ['misplaced properties', 2_500, n => `central site NOR {\n${'  ports: 80\n'.repeat(n)}}\n`],
        ['the same property', 2_500, n => `central site NOR {\n${'  mode: native\n'.repeat(n)}}\n`],
        ['values that cannot be read', 2_500, n => `central site NOR {\n${'  server A {\n wsus 4.0 { ssl: yse }\n }\n'.repeat(n / 4)}}\n`],
        ['values broken by a colon', 2_500, n => `central site NOR {\n${'fqdn: a.b:80\nmode: x:y\n'.repeat(n / 2)}}\n`],
        ['unknown statements', 2_500, n => 'sever X {\n}\n'.repeat(n)],
        ['words too many', 2_500, n => 'site A B\n'.repeat(n)],
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
    ])('%s', async (_, n, make) => {
        await expectLinear(make, n);
    }, 120_000);
});

describe('every way to break a plan', () => {
    /** A plan in which every statement and most properties occur once. */
    const plan = [
        'hierarchy Nordlys', '', '/** Top. */', 'central site NOR "Head Office" {', '  release: SP2 R2', '  clients: 800 intranet, 20 internet', '  group policy: "http://norsup01:8530"',
        '  server NORSUP01 {', '    site server', '    wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }', '    software update point active {', '      ports: 8530, 8531', '      proxy { host: "px"  port: 8080 }', '    }', '  }',
        '  cluster NORNLB01 { nodes: NORSUP01 }', '  synchronization {', '    source: server NORSUP01', '    schedule: every 1 day at 02:07 // at night', '    products: "Windows 7",', '      "Office 2007"', '  }', '  clients "Sales" { count: 5  on: internet }', '}',
        'secondary site BER reports to NOR { link: 2 Mbps, open 19:00 to 06:00 }', 'allow sup-gap-in-chain until 2027-06-30 because "x"', ''
    ].join('\n');

    test('each beginning of it', async () => {
        const workspace = new TestWorkspace();
        for (let end = 0; end <= plan.length; end++) {
            await workspace.write({ 'plan.sup': plan.slice(0, end) });
            expectSound(workspace);
        }
    }, 120_000);

    test('what is complete before the end stays known', async () => {
        const workspace = await survives(`${plan.slice(0, plan.indexOf('  cluster'))}\nprimary site OSL reports to NOR {\n`);
        const hierarchy = workspace.services.shelf.hierarchies.of(workspace.document('plan.sup'));
        expect(hierarchy.sites.map(site => site.code)).toEqual(['NOR', 'OSL']);
        expect(hierarchy.serversByName.get('NORSUP01')?.[0]).toMatchObject({ isSiteServer: true, wsus: { version: '3.0 SP2' } });
    });

    const tokens = [...plan.matchAll(/\/\*[\s\S]*?\*\/|\/\/.*|"[^"\n]*"|[\w.]+|[^\s\w]/g)].map(match => ({ offset: match.index, text: match[0] }));

    test.each<[string, (i: number) => string]>([
        ['deleted', i => plan.slice(0, tokens[i]!.offset) + plan.slice(tokens[i]!.offset + tokens[i]!.text.length)],
        ['doubled', i => `${plan.slice(0, tokens[i]!.offset)}${tokens[i]!.text} ${plan.slice(tokens[i]!.offset)}`],
        ['swapped with the next', i => swap(i)]
    ])('each token %s', async (_, broken) => {
        const workspace = new TestWorkspace();
        const counts = [];
        for (let i = 0; i < tokens.length; i++) {
            await workspace.write({ 'plan.sup': broken(i) });
            expectSound(workspace);
            counts.push({ findings: workspace.listing(), text: broken(i) });
        }
        // One mistake is a few findings, not a flood.
        expect(counts.filter(({ findings }) => findings.length > 12)).toEqual([]);
    }, 120_000);

    function swap(i: number): string {
        const [first, second] = [tokens[i]!, tokens[i + 1] ?? tokens[i]!];
        const between = plan.slice(first.offset + first.text.length, second.offset);
        return i + 1 < tokens.length ? plan.slice(0, first.offset) + second.text + between + first.text + plan.slice(second.offset + second.text.length) : plan;
    }

    test('jumbles of what plans are made of, and every fix of what is found in them', async () => {
        const pieces = [...plan.matchAll(/\s+|[\w.]+|"[^"\n]*"|[^\s\w]/g)].map(([piece]) => piece);
        const all = [...pieces, '{', '}', '}', ':', ',', '"', '=', ';', '\\', '“', '”', '//', '/*', '*/', '\n', 'sever', 'http://x', '\u200B', '😀'];
        const random = numbers(20_261_122);
        const workspace = new TestWorkspace();
        for (let run = 0; run < 600; run++) {
            const from = random(pieces.length);
            const kept = pieces.slice(from, from + 5 + random(80));
            for (let i = 0; i < 1 + random(run % 2 === 0 ? 3 : 40); i++) {
                kept.splice(random(kept.length), random(2), all[random(all.length)]!);
            }
            const files = { 'plan.sup': kept.join('') };
            await workspace.write(files);
            expectSound(workspace);
            for (const fix of workspace.findings('plan.sup').flatMap(finding => finding.fixes())) {
                expect(applied(files, changesOf(fix.edits)), `${fix.title}: ${JSON.stringify(files['plan.sup'])}`).not.toEqual(files);
            }
        }
    }, 120_000);

    /** The same numbers below a limit every time. */
    function numbers(seed: number): (below: number) => number {
        let state = seed;
        return below => {
            state = state * 48_271 % 2_147_483_647;
            return Math.floor(state / 2_147_483_647 * below);
        };
    }
});
