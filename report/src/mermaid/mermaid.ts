import { type Direction, microsoftUpdate, omissionIn, type Scene, type SceneSite, supplyText, totalClientsText } from '@sup/picture';
import { visible } from '@sup/model';

/** Writes a hierarchy as a Mermaid flowchart, for documents in which others edit it. */
export function mermaid(scene: Scene, direction: Direction): string {
    const { sites, feeds } = scene;
    const omission = omissionIn(scene);
    const names = new Map(sites.map(({ id }, i) => [id, `s${i + 1}`]));
    const nameOf = (id: string): string => names.get(id) ?? 'mu';
    const lines = [
        `flowchart ${direction === 'right' ? 'LR' : 'TD'}`,
        ...omission === undefined ? [] : [`omission["${labelText(omission)}"]`],
        ...feeds.some(({ from }) => from === microsoftUpdate) ? ['mu(["Microsoft Update"])'] : [],
        ...sites.map(site => `${nameOf(site.id)}${shapeOf(site)}${hasOwn(site) ? '' : ':::scansAbove'}`),
        ...sites.flatMap(site => site.parent === undefined ? [] : [`${nameOf(site.parent)} ${arrowOf(site)}${linkLabel(site)} ${nameOf(site.id)}`]),
        ...feeds.map(({ from, to }) => `${nameOf(from)} --> ${nameOf(to)}`),
        ...sites.every(hasOwn) ? [] : ['classDef scansAbove stroke-dasharray: 4 3']
    ];
    return `${lines.map((line, i) => i === 0 ? line : `    ${line}`).join('\n')}\n`;
}

const hasOwn = ({ supply: { kind } }: SceneSite): boolean => kind !== 'scans-at-parent' && kind !== 'nothing';

/** Each kind of site has its own shape: a hexagon, a rectangle, a rounded one. */
function shapeOf(site: SceneSite): string {
    const label = `"${[labelText([site.code, site.title].filter(Boolean).join(' ')), totalClientsText([site]), labelText(supplyText(site.supply))].join('<br/>')}"`;
    switch (site.kind) {
        case 'central': return `{{${label}}}`;
        case 'secondary': return `(${label})`;
        default: return `[${label}]`;
    }
}

/** Solid where updates flow, dotted where clients scan above. */
const arrowOf = ({ supply: { kind } }: SceneSite): string => kind === 'parent' || kind === 'replica' ? '-->' : kind === 'scans-at-parent' ? '-.-' : '---';

function linkLabel({ link }: SceneSite): string {
    const text = [link?.speed, link?.window].filter(Boolean).join(', ');
    return text === '' ? '' : `|"${labelText(text)}"|`;
}

/** Escapes a text so that Mermaid shows it as it is: no markup, no Markdown, no end of the label. */
const labelText = (text: string): string => visible(text).replace(/[^\p{L}\p{N} ,.:()'/-]/gu, character => `#${character.codePointAt(0)};`);
