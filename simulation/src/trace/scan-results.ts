import type { ScanResult } from '@sup/model';

const texts: Readonly<Record<ScanResult, string>> = {
    'succeeded': 'succeeded',
    'no-location': 'failed: the management point named no software update point that is new enough',
    'unreachable': 'failed: the software update point could not be reached',
    'group-policy-conflict': 'failed: a Group Policy of the domain names another update service',
    'ssl-failure': 'failed: no SSL connection came about'
};

/** How a scan ended, to complete "The scan …". */
export function scanResultText(result: ScanResult): string {
    return texts[result];
}
