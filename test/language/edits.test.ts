import { describe, expect, test } from 'vitest';
import type { Site } from '@sup/model';
import { changesOf } from '@sup/language';
import type { Edit } from '../../language/src/linter/edits/edit.js';
import { applied, workspaceWith } from '../support/workspace.js';

// An edit of the plan preserves the layout of the file and changes nothing else in its text.

async function after(text: string, edit: (sites: readonly Site[]) => Edit): Promise<string> {
    const workspace = await workspaceWith(text);
    const sites = workspace.services.analysis.hierarchies.sitesOf(workspace.document('plan.sup'));
    return applied({ 'plan.sup': text }, changesOf([edit(sites)]))['plan.sup']!;
}

describe('setting a property', () => {
    test('changes the value where it is written', async () => {
        expect(await after('primary site AAA {\n  mode: mixed // old\n}\n', ([site]) => ({ kind: 'set', target: site!, key: 'mode', value: 'native' })))
            .toBe('primary site AAA {\n  mode: native // old\n}\n');
    });

    test('replaces a list', async () => {
        expect(await after('primary site AAA {\n  clients: 5 intranet, 6 internet\n}\n', ([site]) => ({ kind: 'set', target: site!, key: 'clients', value: '7 intranet' })))
            .toBe('primary site AAA {\n  clients: 7 intranet\n}\n');
    });

    test('adds a value to a key without one', async () => {
        expect(await after('primary site AAA {\n  mode:\n}\n', ([site]) => ({ kind: 'set', target: site!, key: 'mode', value: 'native' })))
            .toBe('primary site AAA {\n  mode: native\n}\n');
    });

    test('adds a line with the indentation and line breaks of the file', async () => {
        expect(await after('primary site AAA {\r\n\tclients: 5\r\n}\r\n', ([site]) => ({ kind: 'set', target: site!, key: 'mode', value: 'native' })))
            .toBe('primary site AAA {\r\n\tmode: native\r\n\tclients: 5\r\n}\r\n');
    });

    test('keeps a one-line block on its line', async () => {
        expect(await after('primary site AAA { clients: 5 }\n', ([site]) => ({ kind: 'set', target: site!, key: 'mode', value: 'native' })))
            .toBe('primary site AAA { clients: 5  mode: native }\n');
    });

    test('fills empty braces', async () => {
        expect(await after('primary site AAA {}\n', ([site]) => ({ kind: 'set', target: site!, key: 'mode', value: 'native' })))
            .toBe('primary site AAA { mode: native }\n');
    });

    test('adds braces where there are none', async () => {
        expect(await after('primary site AAA "Aalesund" reports to BBB\n', ([site]) => ({ kind: 'set', target: site!, key: 'mode', value: 'native' })))
            .toBe('primary site AAA "Aalesund" reports to BBB {\n  mode: native\n}\n');
    });
});

describe('deleting statements', () => {
    test('keeps the comment after a property whose line it deletes', async () => {
        expect(await after('primary site AAA {\n  mode: mixed // for now\n  clients: 5\n}\n', ([site]) => ({ kind: 'unset', target: site!, key: 'mode' })))
            .toBe('primary site AAA {\n  // for now\n  clients: 5\n}\n');
    });

    test('deletes a property among others on a line with the spaces before it', async () => {
        expect(await after('primary site AAA { mode: mixed  clients: 5 }\n', ([site]) => ({ kind: 'unset', target: site!, key: 'clients' })))
            .toBe('primary site AAA { mode: mixed }\n');
    });

    test('deletes a block with its documentation, and leaves other comments', async () => {
        const text = 'primary site AAA {\n  // servers\n\n  /** old\n   * one */\n  server X {\n    site server\n  }\n  server Y\n}\n';
        expect(await after(text, ([site]) => ({ kind: 'remove', target: site!.servers[0]! })))
            .toBe('primary site AAA {\n  // servers\n\n  server Y\n}\n');
    });

    test('deletes the last statement of a file without a final line break', async () => {
        expect(await after('primary site AAA\nprimary site BBB', sites => ({ kind: 'remove', target: sites[1]! })))
            .toBe('primary site AAA\n');
    });
});

describe('changing a head', () => {
    const text = 'secondary site AAA "reports to x" reports to BBB, CCC {\n}\n';
    test.each<[string, Edit['kind'] extends never ? never : { part: 'kind' | 'name' | 'parents'; value: string | undefined }, string]>([
        ['the kind', { part: 'kind', value: 'primary' }, 'primary site AAA "reports to x" reports to BBB, CCC {\n}\n'],
        ['the code', { part: 'name', value: 'A01' }, 'secondary site A01 "reports to x" reports to BBB, CCC {\n}\n'],
        ['the parents', { part: 'parents', value: 'DDD' }, 'secondary site AAA "reports to x" reports to DDD {\n}\n'],
        ['no parent', { part: 'parents', value: undefined }, 'secondary site AAA "reports to x" {\n}\n']
    ])('sets %s in the head of a site', async (_, change, expected) => {
        expect(await after(text, ([site]) => ({ kind: 'head', target: site!, ...change }))).toBe(expected);
    });

    test.each<[string, 'kind' | 'name' | 'parents', string, string]>([
        ['site AAA\n', 'kind', 'primary', 'primary site AAA\n'],
        ['primary site {\n}\n', 'name', 'AAA', 'primary site AAA {\n}\n'],
        ['primary site AAA "Aalesund" {\n}\n', 'parents', 'BBB', 'primary site AAA "Aalesund" reports to BBB {\n}\n'],
        ['primary site AAA {\n}\n', 'parents', 'BBB', 'primary site AAA reports to BBB {\n}\n'],
        ['primary site AAA', 'parents', 'BBB', 'primary site AAA reports to BBB']
    ])('adds to %j the missing %s', async (source, part, value, expected) => {
        expect(await after(source, ([site]) => ({ kind: 'head', target: site!, part, value }))).toBe(expected);
    });

    test('adds a state to a role', async () => {
        expect(await after('primary site AAA {\n  server X {\n    software update point { ssl: yes }\n  }\n}\n', ([site]) => ({ kind: 'head', target: site!.servers[0]!.updatePoints[0]!, part: 'state', value: 'active' })))
            .toBe('primary site AAA {\n  server X {\n    software update point active { ssl: yes }\n  }\n}\n');
    });

    test('changes the version of WSUS', async () => {
        expect(await after('primary site AAA {\n  server X {\n    wsus 3.0 SP1 { ports: 80 }\n  }\n}\n', ([site]) => ({ kind: 'head', target: site!.servers[0]!.wsus!, part: 'version', value: '3.0 SP2' })))
            .toBe('primary site AAA {\n  server X {\n    wsus 3.0 SP2 { ports: 80 }\n  }\n}\n');
    });
});

describe('moving and adding blocks', () => {
    test('moves a server to another site, with the indentation there', async () => {
        const text = 'primary site AAA {\n    server X {\n        site server\n    }\n    server Y\n}\nprimary site BBB {\n    mode: native\n}\n';
        expect(await after(text, ([a, b]) => ({ kind: 'move', target: a!.servers[0]!, into: b! })))
            .toBe('primary site AAA {\n    server Y\n}\nprimary site BBB {\n    mode: native\n    server X {\n        site server\n    }\n}\n');
    });

    test('breaks up a one-line block to insert a block', async () => {
        expect(await after('primary site AAA { server X { site server } }\n', ([site]) => ({ kind: 'insert', into: site!.servers[0]!, lines: ['wsus 3.0 SP2 {', '  ports: 80, 443', '}'] })))
            .toBe('primary site AAA { server X {\n  site server\n  wsus 3.0 SP2 {\n    ports: 80, 443\n  }\n} }\n');
    });

    test('inserts a block between a closing brace and the text before it on the line', async () => {
        expect(await after('primary site AAA {\n  server X {\n    site server } }\n', ([site]) => ({ kind: 'insert', into: site!, lines: ['server Y {', '}'] })))
            .toBe('primary site AAA {\n  server X {\n    site server }\n  server Y {\n  }\n}\n');
        expect(await after('primary site AAA {\n  server X {\n    wsus 3.0 SP2 {\n      ports: 80 } } }\n', ([site]) => ({ kind: 'move', target: site!.servers[0]!.wsus!, into: site! })))
            .toBe('primary site AAA {\n  server X {\n }\n  wsus 3.0 SP2 {\n    ports: 80 }\n}\n');
    });

    test('adds a declaration after another', async () => {
        expect(await after('primary site AAA {\n}\n', ([site]) => ({ kind: 'declare', after: site!, lines: ['primary site BBB {', '}'] })))
            .toBe('primary site AAA {\n}\n\nprimary site BBB {\n}\n');
    });
});
