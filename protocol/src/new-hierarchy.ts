import { RequestType } from 'vscode-languageserver-protocol';

export interface NewHierarchyParams {
    name: string;
    /** The names of the regions, each of which gets a primary site. */
    regions: string[];
    mode: 'native' | 'mixed';
    /** Whether clients on the Internet are managed. */
    internet: boolean;
    /** The bandwidth of the links to the regions, in kilobits per second. */
    bandwidth: number;
}

/** Client → server: the text of a new plan without problems, with a scenario that passes. */
export const NewHierarchyRequest = new RequestType<NewHierarchyParams, string, void>('sup/newHierarchy');
