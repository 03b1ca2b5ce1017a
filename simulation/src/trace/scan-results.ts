import type { ScanResult } from '@sup/model';

const texts: Readonly<Record<ScanResult, string>> = {
    'succeeded': 'succeeded',
    'no-location': 'failed: the management point named no software update point that is new enough',
    'unreachable': 'failed: the software update point could not be reached',
    'group-policy-conflict': 'failed: a domain Group Policy names another update service',
    'ssl-failure': 'failed: the SSL connection could not be established',
    'busy': 'failed: too many scans wait for the server, which refuses further ones (HTTP status 503)'
};

/** Describes the result of a scan to complete a sentence that begins with "The scan …". */
export function scanResultText(result: ScanResult): string {
    return texts[result];
}
