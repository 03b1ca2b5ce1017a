import { buildScene, type Scene } from '@sup/picture';
import { expect } from 'vitest';
import type { PreviewContent } from '@sup/protocol/preview';
import { hierarchyOf } from '../support/hierarchy.js';
import type { PreviewPage } from '../support/preview-page.js';

/** A central site, two primary sites and two secondary sites below the first of them. */
export const harbour = `
central site CEN "Centre" { release: SP2 mode: native clients: 100
    server CENSUP01 { site server wsus 3.0 SP2 { } software update point active { } } }
primary site OSL "Oslo" reports to CEN { release: SP2 clients: 250 link: 2 Mbps 40 ms
    server OSLSUP01 { site server wsus 3.0 SP2 { } software update point active { } } }
secondary site BER "Bergen" reports to OSL { clients: 40 link: 512 kbps 60 ms
    server BERSUP01 { site server wsus 3.0 SP2 { replica: yes } software update point active { } } }
secondary site TRD "Trondheim" reports to OSL { clients: 25 link: 512 kbps 60 ms }
primary site STO "Stockholm" reports to CEN { release: SP2 clients: 300 link: 10 Mbps 12 ms
    server STOSUP01 { site server wsus 3.0 SP2 { } software update point active { } } }
`;

/** The preview content of a plan. Oslo and its server have one problem each. */
export function contentOf(text: string, message = 'Too slow'): PreviewContent {
    const hierarchy = hierarchyOf(text);
    const [oslo] = hierarchy.sitesByCode.get('OSL') ?? [];
    const problems = oslo ? [{ rule: 'slow-link', severity: 'warning' as const, message, element: oslo }, { rule: 'wrong-port', severity: 'error' as const, message: 'No such port', element: oslo.servers[0] ?? oslo }] : [];
    return { scene: buildScene(hierarchy, problems), scenarios: [] };
}

export const contentWith = (scene: Scene): PreviewContent => ({ scene, scenarios: [] });

/** Expects no error in the page, no request to the network and no violation of its content security policy. */
export async function expectQuiet(preview: PreviewPage): Promise<void> {
    expect([preview.errors, preview.escapes, await preview.violations()]).toEqual([[], [], []]);
}
