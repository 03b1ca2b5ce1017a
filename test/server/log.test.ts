import { expect, test } from 'vitest';
import { startClient } from '../support/start-client.js';

// Names of files cannot forge entries of the log, which editors show and pipelines record.

const hostile = 'a\n[Error] forged\r##vso[task.complete]\n::error::forged\u001b[2J\u202e';

test('an entry of the log shows a hostile name of a folder in its own indented lines, without commands and control characters', async () => {
    const client = await startClient({ [`${hostile}/plan.sup`]: 'central site NOR {\n  mode: native\n}\n', [`${hostile}/sup.config.json/file`]: '' });
    const log = (): string => client.log.join('\n');
    await client.until(() => log().includes('could not be read'), log);
    expect(log()).toContain('forged');
    expect(log()).not.toMatch(/^\[Error\]|^\s*::error::|##vso\[|[\r\u001b\u202e]/m);
    expect(client.log.flatMap(entry => entry.split('\n').slice(1)).filter(line => !line.startsWith('    '))).toEqual([]);
});
