import { type Hierarchy, isUnknown, modeOf, portsOf, type Server, type Site, type SoftwareUpdatePoint, upstreamPointOf, usedUpdatePointOn } from '@sup/model';
import type { LangiumDocument } from 'langium';
import type { InlayHintProvider } from 'langium/lsp';
import type { InlayHintParams } from 'vscode-languageserver';
import { type InlayHint, InlayHintKind, type TextEdit } from 'vscode-languageserver-types';
import { type BlockElement, originOf } from '../analysis/projection/origin.js';
import { sitesIn } from '../analysis/projection/segment-model.js';
import { changesOf } from '../linter/edits/combine.js';
import { setProperty } from '../linter/edits/edit.js';
import { portsText } from '../linter/edits/role-edits.js';
import type { Segment } from '../syntax/segments/segment.js';
import { segmentsOf } from '../syntax/segments/segmented-file.js';
import { writtenName } from '../syntax/tree/names.js';
import { endOfHead } from './heads.js';
import type { SupServices } from './services.js';

/** The kinds of hint, each with a setting `sup.inlayHints.<kind>` of its own. All are off by default. */
const inlayHintKinds = ['mode', 'ports', 'upstream', 'replica'] as const;
type InlayHintSettings = Partial<Readonly<Record<typeof inlayHintKinds[number], boolean>>>;

/** A property that a plan leaves out because it follows from the rest. */
interface Derived {
    readonly of: BlockElement;
    readonly key: typeof inlayHintKinds[number];
    readonly value: string;
    /** Whether a plan may state it. A rule reports the mode of a secondary site, even if it is right. */
    readonly canBeWritten: boolean;
}

/** Shows the values that follow from the rest of the plan, after the heads of the blocks that leave them out. */
export class SupInlayHintProvider implements InlayHintProvider {
    constructor(private readonly services: SupServices) {}

    async getInlayHints(document: LangiumDocument, { range }: InlayHintParams): Promise<InlayHint[]> {
        const settings = await this.services.shared.workspace.ConfigurationProvider.getConfiguration('sup', 'inlayHints') as InlayHintSettings | null | undefined;
        const shown = new Set<string>(inlayHintKinds.filter(kind => settings?.[kind] === true));
        if (shown.size === 0) {
            return [];
        }
        const hierarchy = this.services.analysis.hierarchies.incremental(document);
        const text = document.textDocument;
        const [start, end] = [text.offsetAt(range.start), text.offsetAt(range.end)];
        return segmentsOf(document).filter(segment => overlaps(segment, start, end)).flatMap(sitesIn).flatMap(site => derivedIn(site, hierarchy)).flatMap((each): InlayHint[] => {
            const offset = shown.has(each.key) ? endOfHead(originOf(each.of)) : -1;
            return offset < start || offset > end ? [] : [{
                position: text.positionAt(offset),
                label: `${each.key}: ${each.value}`,
                kind: InlayHintKind.Parameter,
                paddingLeft: true,
                ...each.canBeWritten && { textEdits: editsFor(each, document) }
            }];
        });
    }
}

function overlaps({ start, text }: Segment, from: number, to: number): boolean {
    return start.offset <= to && start.offset + text.length >= from;
}

function editsFor({ of, key, value }: Derived, document: LangiumDocument): TextEdit[] {
    return [...changesOf([setProperty(of, key, value)]).get(document) ?? []];
}

function derivedIn(site: Site, hierarchy: Hierarchy): readonly Derived[] {
    const mode = modeOf(hierarchy, site);
    const isDerived = site.kind === 'secondary' && mode !== undefined && site.mode === undefined && !isUnknown(site, 'mode');
    return [
        ...isDerived ? [{ of: site, key: 'mode', value: mode, canBeWritten: false } as const] : [],
        ...site.servers.flatMap(server => [...derivedOfWsus(server, hierarchy), ...server.updatePoints.flatMap(derivedPorts)]),
        ...site.clusters.flatMap(({ updatePoints }) => updatePoints.flatMap(derivedPorts))
    ];
}

/** The role uses the ports of its WSUS server. */
function derivedPorts(point: SoftwareUpdatePoint): readonly Derived[] {
    const ports = point.ports || isUnknown(point, 'ports') ? undefined : portsOf(point);
    return ports ? [{ of: point, key: 'ports', value: portsText(ports), canBeWritten: true }] : [];
}

/** Configuration Manager sets the upstream server of WSUS, and makes it a replica on a secondary site. */
function derivedOfWsus(server: Server, hierarchy: Hierarchy): readonly Derived[] {
    const { wsus } = server;
    const point = usedUpdatePointOn(server);
    const upstream = point && upstreamPointOf(hierarchy, point);
    if (!wsus || !point) {
        return [];
    }
    const isReplica = server.site.kind === 'secondary' && point.state === 'active' && wsus.replica === undefined && !isUnknown(wsus, 'replica');
    return [
        ...upstream && wsus.upstream === undefined && !isUnknown(wsus, 'upstream') ? [{ of: wsus, key: 'upstream', value: writtenName(upstream.host.name), canBeWritten: true } as const] : [],
        ...isReplica ? [{ of: wsus, key: 'replica', value: 'yes', canBeWritten: true } as const] : []
    ];
}
