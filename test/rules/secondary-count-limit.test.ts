import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const plan = (secondarySites: number): string => `central site NRD\nprimary site FJD reports to NRD\n${Array.from({ length: secondarySites }, (_, i) => `secondary site ${i.toString(36).padStart(3, '0').toUpperCase()} reports to NRD\n`).join('')}`;

test('reports a primary site with 501 secondary sites, and none with 500', async () => {
    expect(await findingsOf('secondary-count-limit', plan(500))).toEqual([]);
    const found = await findingsOf('secondary-count-limit', plan(501));
    expect(found.map(({ message, what }) => [message, what])).toEqual([['exceeded', 'NRD has 501 secondary sites, but a primary site supports 500.']]);
});
