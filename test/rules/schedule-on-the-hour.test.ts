import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const top = (source: string): string => `central site NRD {
  server NRDSUP01 {
    wsus 3.0 SP2
    software update point active
  }
  synchronization { source: ${source}  schedule: every 7 days at 02:00  products: "Windows XP"  classifications: "Definition Updates"  languages: en }
}
`;

test.each(['schedule-on-the-hour', 'definition-updates-need-daily'])('%s does not judge the schedule of a top whose source is unknown', async id => {
    expect(await findingsOf(id, top('Microsoft Update'))).toHaveLength(1);
    expect(await findingsOf(id, top('unknown'))).toEqual([]);
});
