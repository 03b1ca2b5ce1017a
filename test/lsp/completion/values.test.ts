import { describe, expect, test } from 'vitest';
import { choosing, labels } from '../../support/completing.js';

describe('completion of property values', () => {
    const site = (line: string): string => `central site AAA {\n  ${line}\n}`;
    const synchronization = (line: string): string => site(`synchronization {\n    ${line}\n  }`);

    test('offers the keywords of the value type', async () => {
        expect(await labels(site('mode: |'))).toEqual(['native', 'mixed', 'unknown']);
        expect(await labels(site('mode: na|'))).toEqual(['native', 'mixed', 'unknown']);
        expect(await labels(site('release: SP2 |'))).toEqual(['SP2 R2', 'SP2 R3']);
        expect(await choosing('SP2 R3', site('release: SP2 R|'))).toBe(site('release: SP2 R3'));
        expect(await labels(site('server S { wsus 3.0 { ssl: | } }'))).toEqual(['required', 'no', 'unknown']);
        expect(await labels(site('server S { wsus 3.0 { ports: 8530, | } }'))).toEqual(['8530, 8531']);
        expect(await choosing('8530, 8531', site('server S { wsus 3.0 { ports: 8530, |  ssl: no } }'))).toBe(site('server S { wsus 3.0 { ports: 8530, 8531  ssl: no } }'));
    });

    test('inserts a space after the colon or comma', async () => {
        expect(await choosing('native', site('mode:|'))).toBe(site('mode: native'));
        expect(await choosing('intranet, internet', site('mode: native\n  server S { wsus 3.0 SP2 { }  software update point active { accepts: intranet,| } }'))).toBe(site('mode: native\n  server S { wsus 3.0 SP2 { }  software update point active { accepts: intranet, internet } }'));
    });

    test('offers each list item once', async () => {
        const text = synchronization('classifications: "Critical Updates", |');
        expect(await labels(text)).toEqual(['Definition Updates', 'Feature Packs', 'Security Updates', 'Service Packs', 'Tools', 'Update Rollups', 'Updates']);
        expect(await choosing('Tools', text)).toBe(synchronization('classifications: "Critical Updates", "Tools"'));
        expect(await labels(site('mode: native\n  server S { wsus 3.0 SP2 { }  software update point active { accepts: intranet, | } }'))).toEqual(['intranet, internet']);
        expect(await labels(site('mode: native, |'))).toEqual([]);
    });

    test('offers items on a further line of a list', async () => {
        expect(await labels(synchronization('classifications: "Tools",\n      // more\n      |'))).toContain('Updates');
        expect(await labels(synchronization('classifications: "Tools",\n      "Updates"\n      |'))).toContain('products');
    });

    test('completes inside quotes, open or closed', async () => {
        expect(await choosing('Windows 7', synchronization('products: "|'))).toBe(synchronization('products: "Windows 7"'));
        expect(await choosing('Windows 7', synchronization('products: "|"'))).toBe(synchronization('products: "Windows 7"'));
        expect(await choosing('Windows XP', synchronization('products: "Windows 7", "Win|dows"'))).toBe(synchronization('products: "Windows 7", "Windows XP"'));
        expect(await choosing('Windows XP', synchronization('products: "Win|, "Silverlight"'))).toBe(synchronization('products: "Windows XP", "Silverlight"'));
        expect(await labels(synchronization('products: "Windows 7"|'))).toEqual([]);
        expect(await labels(site('mode: "|'))).toEqual([]);
    });

    test('offers the names of servers', async () => {
        const two = (line: string): string => `central site AAA {\n  server A1 {\n    wsus 3.0 { upstream: }\n  }\n  server "A 2" {\n  }\n  ${line}\n}\nprimary site BBB reports to AAA {\n  server B1\n}\n`;
        expect(await labels(two('cluster C { nodes: | }'))).toEqual(['A1', 'A 2', 'unknown']);
        expect(await choosing('A 2', two('cluster C { nodes: A1, | }'))).toBe(two('cluster C { nodes: A1, "A 2" }'));
        expect(await labels(two('cluster C { nodes: A1, | }'))).toEqual(['A 2']);
        expect(await labels(two('synchronization { source: | }'))).toEqual(['Microsoft Update', 'none', 'unknown']);
    });

    test('offers the ends that a server cannot reach', async () => {
        const two = (line: string): string => `central site AAA {\n  server A1 { ${line} }\n  server "A 2" { }\n}\nprimary site BBB reports to AAA {\n  server B1\n}\n`;
        expect(await labels(two('cannot reach: |'))).toEqual(['Microsoft Update', 'A 2', 'B1', 'unknown']);
        expect(await choosing('A 2', two('cannot reach: Microsoft Update, |'))).toBe(two('cannot reach: Microsoft Update, "A 2"'));
        expect(await labels(two('cannot reach: Microsoft Update, B1, |'))).toEqual(['A 2']);
        expect((await labels(two('cannot reach: Microsoft |')))[0]).toBe('Microsoft Update');
    });

    test('offers the server from which updates are imported', async () => {
        const two = (line: string): string => `central site AAA {\n  server A1\n  synchronization { ${line} }\n}\n`;
        expect(await labels(two('import: |'))).toEqual(['every 7 days from', 'unknown']);
        expect(await choosing('every 7 days from', two('import: every 7 |'))).toBe(two('import: every 7 days from '));
        expect(await labels(two('import: every 7 days from |'))).toEqual(['A1']);
        expect(await choosing('A1', two('import: every 12 hours from |'))).toBe(two('import: every 12 hours from A1'));
        expect(await labels(site('client installation: |\n  server A1'))).toEqual(['A1', 'unknown']);
    });

    test('offers schedules by weekday and by month, and other roles', async () => {
        expect(await labels(synchronization('schedule: on the |'))).toEqual(['on the second Tuesday of every month at 20:07', 'on the last day of every month at 02:07']);
        expect(await labels(synchronization('schedule: every 1 week |'))).toEqual(['every 1 week on Wednesday at 02:07']);
        const server = (line: string): string => site(`server S { ${line} }`);
        expect(await labels(server('other roles: management point, |'))).toContain('distribution point');
        expect(await labels(server('other roles: management point, |'))).not.toContain('management point');
        expect(await labels(server('wsus 3.0 { client certificates: | }'))).toEqual(['ignore', 'accept', 'require', 'unknown']);
    });

    test('offers nothing for a misplaced key', async () => {
        expect(await labels(site('ports: |'))).toEqual([]);
    });
});
