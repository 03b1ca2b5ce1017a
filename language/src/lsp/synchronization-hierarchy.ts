import { activeUpdatePointsOf, childrenOf, type Hierarchy, internetUpdatePointsOf, type SoftwareUpdatePoint, upstreamPointOf } from '@sup/model';
import { type LangiumDocument, URI } from 'langium';
import type { CallHierarchyProvider } from 'langium/lsp';
import type {
    CallHierarchyIncomingCall, CallHierarchyIncomingCallsParams, CallHierarchyItem, CallHierarchyOutgoingCall, CallHierarchyOutgoingCallsParams, CallHierarchyPrepareParams
} from 'vscode-languageserver';
import { originOf } from '../analysis/projection/origin.js';
import { headOf } from '../analysis/ranges.js';
import { printable } from '../syntax/tree/characters.js';
import { elementsAt, placeOfStatement, updatePointsAt } from './declarations.js';
import type { SupServices } from './services.js';

/**
 * Synchronization as a call hierarchy. WSUS of the lower side makes all connections, so a software update point calls the one that it
 * synchronizes from.
 */
export class SupSynchronizationHierarchyProvider implements CallHierarchyProvider {
    constructor(private readonly services: SupServices) {}

    prepareCallHierarchy(document: LangiumDocument, { position }: CallHierarchyPrepareParams): CallHierarchyItem[] | undefined {
        const points = updatePointsAt(elementsAt(document, position, this.services));
        return points.length === 0 ? undefined : points.map(point => this.itemOf(point));
    }

    incomingCalls({ item }: CallHierarchyIncomingCallsParams): CallHierarchyIncomingCall[] | undefined {
        return this.lookUp(item, (point, hierarchy) => downstreamOf(point, hierarchy).map(each => {
            const from = this.itemOf(each);
            return { from, fromRanges: [from.selectionRange] };
        }));
    }

    outgoingCalls({ item }: CallHierarchyOutgoingCallsParams): CallHierarchyOutgoingCall[] | undefined {
        return this.lookUp(item, (point, hierarchy) => {
            const upstream = upstreamPointOf(hierarchy, point);
            return upstream ? [{ to: this.itemOf(upstream), fromRanges: [this.itemOf(point).selectionRange] }] : [];
        });
    }

    /** The plan may have changed since the item was shown, so its software update point is looked up again. */
    private lookUp<T>({ uri, selectionRange }: CallHierarchyItem, find: (point: SoftwareUpdatePoint, hierarchy: Hierarchy) => T[]): T[] | undefined {
        const document = this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
        const [point] = document ? updatePointsAt(elementsAt(document, selectionRange.start, this.services)) : [];
        return point && find(point, this.services.analysis.hierarchies.incremental(document!));
    }

    private itemOf(point: SoftwareUpdatePoint): CallHierarchyItem {
        const node = originOf(point);
        const { host, state } = point;
        return {
            name: printable(host.name) || '(no name)',
            kind: this.services.shared.lsp.NodeKindProvider.getSymbolKind(node),
            detail: printable(`${state === 'active' ? 'active software update point' : 'Internet-based software update point'} of ${host.site.code}`),
            ...placeOfStatement(node, headOf(node))
        };
    }
}

/** The software update points that synchronize from this one: those of child sites, and the Internet-based one of its site. */
function downstreamOf(point: SoftwareUpdatePoint, hierarchy: Hierarchy): readonly SoftwareUpdatePoint[] {
    const { site } = point.host;
    return [...internetUpdatePointsOf(site), ...childrenOf(hierarchy, site).flatMap(activeUpdatePointsOf)].filter(each => each !== point && upstreamPointOf(hierarchy, each) === point);
}
