import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const id = 'repeated-block';

test.each([
    ['a server', 'Server SUP has more than one `wsus`.', 'central site NRD {\n  server SUP {\n    wsus 3.0 SP1\n    wsus 3.0 SP2\n  }\n}\n'],
    ['a site', 'Site NRD has more than one `synchronization`.', 'central site NRD {\n  synchronization { languages: en }\n  synchronization { languages: de }\n}\n'],
    ['a role', '`software update point` of server SUP has more than one `proxy`.', 'central site NRD {\n  server SUP {\n    software update point active {\n      proxy { host: "a" }\n      proxy { host: "b" }\n    }\n  }\n}\n']
])('reports a repeated block in %s', async (_, what, text) => {
    expect((await findingsOf(id, text)).map(found => found.what)).toEqual([what]);
});

test('offers to keep the first block or any of the repeated ones', async () => {
    const found = await findingsOf(id, 'central site NRD {\n  server SUP {\n    wsus 3.0\n    wsus 3.0 SP1\n    wsus 3.0 SP2\n  }\n}\n');
    expect(found.map(({ fixes }) => Object.keys(fixes))).toEqual([['Keep the first `wsus 3.0`', 'Keep this `wsus 3.0 SP1`'], ['Keep the first `wsus 3.0`', 'Keep this `wsus 3.0 SP2`']]);
    for (const fixes of found.map(each => each.fixes)) {
        expect(await Promise.all(Object.values(fixes).map(files => findingsOf(id, files)))).toEqual([[], []]);
    }
});

test.each([
    ['statements that do not belong there', 'central site NRD {\n  wsus 3.0 SP1\n  wsus 3.0 SP2\n}\n'],
    ['statements that may appear several times', 'central site NRD {\n  server A\n  server B\n  clients "C" { count: 1 }\n  clients "D" { count: 1 }\n}\n'],
    ['statements in an unknown block', 'central site NRD {\n  sever SUP {\n    wsus 3.0 SP1\n    wsus 3.0 SP2\n  }\n}\n']
])('reports nothing for %s', async (_, text) => {
    expect(await findingsOf(id, text)).toEqual([]);
});
