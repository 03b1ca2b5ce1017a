import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const offered = async (languages: string): Promise<readonly string[]> =>
    (await findingsOf('unknown-language', `central site NRD {\n  synchronization { languages: ${languages} }\n}\n`)).flatMap(({ fixes }) => Object.keys(fixes));

test.each([
    ['EN', ['Change to `en`']],
    ['en, de-DE', ['Change to `de`', 'Remove `de-DE`']],
    ['pt_br', ['Change to `pt-BR`']],
    ['zh', ['Change to `zh-CN`', 'Change to `zh-HK`', 'Change to `zh-TW`']],
    ['Frensh', ['Change to `fr`']],
    ['"Chinese (Taiwan)"', ['Change to `zh-TW`']],
    ['tlh', []],
    ['en, nb, no, zh-CN', []]
])('offers the code that is meant by %s', async (written, titles) => {
    expect(await offered(written)).toEqual(titles);
});

test('removes a language that the list has already', async () => {
    const [found] = await findingsOf('unknown-language', 'central site NRD {\n  synchronization { languages: en, English, de }\n}\n');
    expect(found!.fixes['Change to `en`']!['plan.sup']).toContain('languages: en, de }');
});
