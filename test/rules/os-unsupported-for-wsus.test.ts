import { expect, test } from 'vitest';
import { whyUnsupported, type WsusVersion } from '@sup/model';

test.each<[string, WsusVersion | undefined, string | undefined]>([
    ['Windows 2000 Server SP4', '3.0', 'system'],
    ['Windows XP', '3.0 SP2', 'system'],
    ['Windows Server 2003', '3.0 SP2', undefined],
    ['Windows Server 2003 SP1', '3.0 SP1', undefined],
    ['Windows Server 2003 Service Pack 1', '3.0 SP2', 'service pack'],
    ['Windows Server 2003 R2 SP2', '3.0 SP2', undefined],
    ['Windows Server 2008', '3.0', undefined],
    ['Windows Server 2008 R2 SP1', '3.0 SP1', 'wsus'],
    ['Windows Server 2008 R2 SP1', '3.0 SP2', undefined],
    ['Windows Server 2008 R2', undefined, undefined],
    ['a virtual machine', '3.0 SP2', undefined]
])('judges %s with WSUS %s: %s', (os, version, reason) => {
    expect(whyUnsupported(os, version)).toBe(reason);
});
