import { type Location, RequestType, type TextDocumentIdentifier, type WorkspaceEdit } from 'vscode-languageserver-protocol';

/** A hierarchy, a site, or a server or cluster in the tree of plans. */
export interface PlanTreeItem {
    /** Stays the same while the plan changes, as long as the part keeps its name. */
    id: string;
    kind: 'hierarchy' | 'central' | 'primary' | 'secondary' | 'site' | 'server' | 'cluster';
    /** The name of a hierarchy or server, or the code of a site. */
    label: string;
    /** The name of a site, the roles of a server, or the folder of a hierarchy if others have its name. */
    detail: string;
    /** Numbers of errors and warnings; of a hierarchy or site with all sites below it. */
    errors: number;
    warnings: number;
    hasChildren: boolean;
    /** Where it is declared; a hierarchy has the first of its files. */
    location: Location;
    /** The code of the site, for a site, server or cluster. */
    site?: string;
}

export interface PlanTreeParams {
    /** The item whose children are requested; without one, the hierarchies. */
    item?: string;
}

/** Client → server: the children of an item, in the order of codes. Null if the item no longer exists. */
export const PlanTreeRequest = new RequestType<PlanTreeParams, PlanTreeItem[] | null, void>('sup/planTree');

/** A site, by its line or by its code. */
export interface SiteParams {
    textDocument: TextDocumentIdentifier;
    line?: number;
    site?: string;
}

export interface MoveTargets {
    site: string;
    /** The sites under which it can move, nearest first. */
    parents: { code: string; title: string }[];
}

/** Client → server: the sites under which a site can move. Null if there is no site. */
export const MoveTargetsRequest = new RequestType<SiteParams, MoveTargets | null, void>('sup/moveTargets');

export interface MoveSiteParams {
    textDocument: TextDocumentIdentifier;
    site: string;
    parent: string;
}

/** Client → server: the edit that moves a site under another one, or the reason why it cannot move there. Null if the document is gone. */
export const MoveSiteRequest = new RequestType<MoveSiteParams, { edit: WorkspaceEdit } | { objection: string } | null, void>('sup/moveSite');

/** A command of the client, called by the code action *Duplicate* with the {@link SiteParams} of a site. */
export const duplicateSiteCommand = 'sup.duplicateSite';

export interface BranchToCopyParams extends SiteParams {
    /** Codes that the user has entered for the copies. */
    codes?: string[];
}

export interface BranchToCopy {
    /** The code and the title of the topmost site. */
    site: string;
    title: string;
    /** The codes of the sites that are copied, the topmost first, and free codes for their copies in the same order. */
    sites: string[];
    codes: string[];
    /** Why the copies cannot have the codes of the parameters. */
    objection?: string;
}

/** Client → server: the sites that are copied with a site. Null if there is no site, or it cannot be copied. */
export const BranchToCopyRequest = new RequestType<BranchToCopyParams, BranchToCopy | null, void>('sup/branchToCopy');

export interface DuplicateSiteParams {
    textDocument: TextDocumentIdentifier;
    site: string;
    /** The codes of the copies, in the order of {@link BranchToCopy.sites}. */
    codes: string[];
    /** The title of the copy of the topmost site; may be empty. */
    title: string;
}

/** Client → server: the edit that copies a site and those below it, or the reason why that is not possible. Null if the document is gone. */
export const DuplicateSiteRequest = new RequestType<DuplicateSiteParams, { edit: WorkspaceEdit } | { objection: string } | null, void>('sup/duplicateSite');
