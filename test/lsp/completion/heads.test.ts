import { describe, expect, test } from 'vitest';
import { choosing, labels } from '../../support/completing.js';
import { TestEditor } from '../../support/editor.js';

describe('completion in the head of a statement', () => {
    const files = { 'a.sup': 'hierarchy H\ncentral site AAA "Top"\nsecondary site SSS "Small" reports to AAA\nprimary site PPP reports to AAA\n', 'other.sup': 'hierarchy I\ncentral site XXX\n' };

    test('offers site codes after `reports to`, from this hierarchy only', async () => {
        const editor = await TestEditor.open({ ...files, 'b.sup': 'hierarchy H\nprimary site BBB "Own" reports to | {\n}\n' });
        expect((await editor.complete()).items.map(({ label, detail }) => [label, detail])).toEqual([['AAA', 'Top'], ['PPP', 'primary site']]);
        expect(await labels({ ...files, 'b.sup': 'hierarchy H\nprimary site BBB\n  reports to A|\n' })).toEqual(['AAA', 'PPP']);
        expect(await labels({ ...files, 'b.sup': 'hierarchy H\nprimary site BBB reports to AAA, |\n' })).toEqual([]);
        expect(await labels({ ...files, 'b.sup': 'hierarchy H\nprimary site BBB reports to AAA |\n' })).toEqual([]);
    });

    test('offers `reports to` after the code and title of a site that can have a parent', async () => {
        expect(await labels('primary site BBB |')).toEqual(['reports to']);
        expect(await labels('secondary site BBB "Bergen" |')).toEqual(['reports to']);
        expect(await labels('primary site BBB reports |')).toEqual(['to']);
        expect(await labels('central site BBB |')).toEqual([]);
        expect(await labels('primary site |')).toEqual([]);
    });

    test('offers states, versions and accepted risks', async () => {
        const server = (line: string): string => `central site AAA { server S {\n  ${line}\n} }`;
        expect(await labels(server('software update point |'))).toEqual(['active', 'inactive', 'unknown']);
        expect(await labels(server('software update point active |'))).toEqual([]);
        expect(await labels(server('wsus |'))).toEqual(['3.0 SP2', '3.0 SP1', '3.0', 'unknown', 'wsus console']);
        expect(await choosing('3.0 SP2', server('wsus 3.0 S| { }'))).toBe(server('wsus 3.0 SP2 { }'));
        const rules = (await (await TestEditor.open(server('allow |'))).complete()).items;
        expect(rules.find(item => item.label === 'sup-port-mismatch')!.documentation).toMatchObject({ value: expect.stringMatching(/\.$/) as string });
        expect(rules.map(item => item.label)).not.toContain('syntax-error');
        expect(await labels(server('allow sup-port-mismatch |'))).toEqual(['until', 'because']);
        expect(await labels(server('allow sup-port-mismatch until 2027-01-01 |'))).toEqual(['because']);
        expect(await labels(server('allow sup-port-mismatch because |'))).toEqual([]);
    });
});
