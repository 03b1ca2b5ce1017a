import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { survives, tally } from '../support/hostile.js';

// Words and strings in unexpected places: the parser always returns a tree.

const sample = readFileSync(new URL('../../examples/starter/starter.sup', import.meta.url), 'utf8');

test.each([
    '"', '""', '"""', '"\n"', '/*', '/*/', '/**', '/* /*', '//', '/', '"\\', "'", "'\"", '`', '${x}', '{{x}}', '%PATH%', '$(whoami)', '\\u{110000}',
    '99999999999999999999', '1e999', '0x', '-0', '1_000', '٣', 'İ', 'ſite', 'ßite', '{', '}', ':', ',', '{ }', 'a:', 'a:b', ':a', 'a,', ',a', '12:00', '99:99:99',
    'site', 'central', 'primary', 'secondary site', 'central central site', 'reports', 'reports to', 'to', 'server', 'server server', 'site server', 'site site server', 'site server server',
    'software', 'software update', 'software update point', 'software update point point', 'update point', 'wsus', 'wsus wsus', 'cluster', 'synchronization', 'clients', 'proxy', 'allow', 'allow until', 'allow because', 'allow x until until because because', 'hierarchy', 'hierarchy hierarchy',
    'SITE A', 'siteA', 'Central Site NOR {\n}', 'central site NOR reports to', 'central site NOR reports to ,', 'central site NOR reports to A,', 'central site NOR reports to reports to', 'central site NOR reports A',
    'server A: {\n}', 'synchronization: {\n}', 'central site NOR: {\n}', 'x: {', 'x: }', '"a": "b"', '{"sites": [{"code": "NOR"}]}', 'sites:\n  - code: NOR\n', '<site code="NOR"/>', 'NOR -> OSL', 'a = b;'
])('survives %j anywhere', async text => {
    await survives(text);
    await survives(`central site NOR {\n${text}\n}\n`);
    await survives(`central site NOR { server NORSUP01 { ${text} } }`);
    await survives(`${text}${text}`);
});

test('an unclosed string ends with its line', async () => {
    const workspace = await survives('central site NOR {\n  mode: "native\n  link: 2 Mbps\n}\n');
    expect(tally(workspace)).toMatchObject({ 'unclosed-string': 1 });
    expect(workspace.listing().filter(entry => entry.startsWith('plan.sup:3'))).toEqual([]);
});

test('reports an unclosed comment once, at its start', async () => {
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

test('an undeclared name never resolves to a property of JavaScript objects', async () => {
    expect(tally(await survives('primary site OSL reports to constructor\n'))).toMatchObject({ 'unknown-parent': 1 });
});
