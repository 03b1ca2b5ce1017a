// Plans that are too large to be written by hand, for pictures of large hierarchies.

const updatePoint = (server: string): string => `  server ${server} {
    site server
    fqdn: "${server.toLowerCase()}.example.com"
    os: "Windows Server 2008 R2"
    wsus 3.0 SP2 { replica: REPLICA }
    software update point active
  }
`;

interface SiteText {
    readonly kind: 'central' | 'primary' | 'secondary';
    readonly code: string;
    readonly parent?: string;
    readonly clients: number;
    readonly hasUpdatePoint: boolean;
}

function siteText({ kind, code, parent, clients, hasUpdatePoint }: SiteText): string {
    return `${kind} site ${code}${parent === undefined ? '' : ` reports to ${parent}`} {
  release: SP2 R3
${kind === 'secondary' ? '' : '  mode: mixed\n'}${parent === undefined ? '' : '  link: 2 Mbps, 20 ms\n'}  clients: ${clients} intranet
${hasUpdatePoint ? updatePoint(`${code}SUP01`).replace('REPLICA', kind === 'secondary' ? 'yes' : 'no') : ''}${kind === 'secondary' ? '' : `  synchronization {
    source: ${parent === undefined ? 'Microsoft Update\n    schedule: every 1 day at 02:07\n    products: "Windows XP"\n    classifications: "Security Updates"' : 'parent site'}
    languages: en
  }
`}}
`;
}

/** Primary sites below primary sites: each has seven children, of which the last four are secondary sites. */
export function nestedPlan(count: number): string {
    const parents: string[] = [];
    return `hierarchy Nested\n\n${Array.from({ length: count }, (_, i) => {
        const code = i.toString(36).toUpperCase().padStart(3, '0');
        const kind = i === 0 ? 'central' : (i - 1) % 7 < 3 ? 'primary' : 'secondary';
        const parent = i === 0 ? {} : { parent: parents[Math.floor((i - 1) / 7)]! };
        if (kind !== 'secondary') {
            parents.push(code);
        }
        return siteText({ kind, code, ...parent, clients: 100, hasUpdatePoint: true });
    }).join('\n')}`;
}

/** Twelve regions of different sizes: 247 sites in all. */
export function regionsPlan(): string {
    const sizes = [19, 26, 21, 23, 17, 21, 13, 21, 18, 15, 25, 15];
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const regions = sizes.map((size, region) => {
        const letter = letters[region]!;
        const code = `${letter}00`;
        const sites = Array.from({ length: size }, (_, i) => siteText({
            kind: 'secondary', code: `${letter}${letters[i % 26]!}${letters[(7 * i + region) % 26]!}`, parent: code, clients: 25 + (137 * (i + 3) * (region + 5)) % 390, hasUpdatePoint: (i * 7 + region) % 3 === 0
        }));
        return [siteText({ kind: 'primary', code, parent: 'TOP', clients: 3_000 + 137 * region, hasUpdatePoint: true }), ...sites].join('\n');
    });
    return `hierarchy Regions\n\n${[siteText({ kind: 'central', code: 'TOP', clients: 6_200, hasUpdatePoint: true }), ...regions].join('\n')}`;
}
