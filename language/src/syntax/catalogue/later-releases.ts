import * as ast from '../generated/ast.js';
import { blockNameOf, blockOf, keyOf, membersOf } from '../tree/blocks.js';
import { itemsOf, wordsOf } from '../tree/items.js';
import { readWsusVersion } from './product-values.js';

/** A word for something that only releases after Configuration Manager 2007 have. */
export interface LaterWord {
    /** The words as they are written in the plan. */
    readonly words: string;
    /** The first release that has it. */
    readonly since: string;
    /** The counterpart in Configuration Manager 2007. */
    readonly instead: string;
    /** The words or value to write in their place, if there are any. */
    readonly meant?: string | undefined;
}

type Entry = Omit<LaterWord, 'words'>;

const supersedence: Entry = { since: '2012', instead: 'a superseded update stays until Microsoft expires it' };
const maintenance: Entry = { since: '2012 SP1', instead: 'the Server Cleanup Wizard of WSUS is run by hand' };
const thirdParty: Entry = { since: 'current branch 1806', instead: 'System Center Updates Publisher publishes such updates' };
const boundaryGroup: Entry = { since: 'current branch 1702', instead: 'clients use the active software update point of their site' };
const gateway: Entry = { since: 'current branch 1610', instead: 'Internet clients use a software update point of a native-mode site' };
const deploymentRule: Entry = { since: '2012', instead: 'deployments are made by hand' };
const security: Entry = { since: '2012', instead: 'the site mode, `native` or `mixed`, determines it' };

/**
 * The statements and properties that plans for later releases have. Sources: "Plan for software updates", "Software updates maintenance", "Enable
 * third-party software updates", "Boundary groups and software update points" and "Enhanced HTTP" (Configuration Manager documentation).
 */
const entries: ReadonlyMap<string, Entry> = new Map(Object.entries({
    'supersedence': supersedence, 'supersedence rules': supersedence, 'supersedence behavior': supersedence,
    'maintenance': maintenance, 'wsus maintenance': maintenance, 'wsus cleanup': maintenance, 'cleanup': maintenance,
    'third party updates': thirdParty, 'third-party updates': thirdParty, 'third party catalogs': thirdParty, 'third-party catalogs': thirdParty,
    'boundary group': boundaryGroup, 'boundary groups': boundaryGroup,
    'cloud management gateway': gateway, 'gateway': gateway,
    'automatic deployment rule': deploymentRule, 'automatic deployment rules': deploymentRule,
    'communication': security, 'enhanced http': { ...security, since: 'current branch 1806' },
    'alerts': { since: '2012', instead: 'status messages report a failed synchronization' },
    'central administration site': { since: '2012', instead: 'the top is a primary site, the `central site`', meant: 'central site' }
} satisfies Record<string, Entry>));
const mostWords = 3;

/** The word of a later release that a statement begins with, or that its value contains. */
export function laterWordIn(statement: ast.Member): LaterWord | undefined {
    if (blockNameOf(blockOf(statement)) === undefined) {
        return undefined;
    }
    if (ast.isUnknownStatement(statement)) {
        return laterHead(statement);
    }
    if (ast.isProperty(statement)) {
        return entryOf(keyOf(statement)) ?? laterValue(statement);
    }
    if (ast.isSoftwareUpdatePoint(statement) && statement.state === 'default') {
        return { words: 'default', since: '2012 SP1', instead: 'one software update point of a site is `active`', meant: 'active' };
    }
    return ast.isWsusServer(statement) ? laterVersion(statement) : undefined;
}

/** The property that belongs to an unknown statement before it: a key of three words is read as a statement and a property of one word. */
export function restOfLaterKey(statement: ast.UnknownStatement): ast.Property | undefined {
    const next = membersOf(blockOf(statement))[(statement.$containerIndex ?? 0) + 1];
    const words = [statement.head, ...statement.rest];
    return next && ast.isProperty(next) && !statement.body && entryOf([...words, keyOf(next)].join(' ')) ? next : undefined;
}

/** Whether a property is the end of a key of three words. */
export function isRestOfLaterKey(property: ast.Property): boolean {
    const previous = membersOf(blockOf(property))[(property.$containerIndex ?? 0) - 1];
    return previous !== undefined && ast.isUnknownStatement(previous) && restOfLaterKey(previous) === property;
}

function entryOf(words: string): LaterWord | undefined {
    const entry = entries.get(words.toLowerCase());
    return entry && { words, ...entry };
}

function laterHead(statement: ast.UnknownStatement): LaterWord | undefined {
    const words = [statement.head, ...statement.rest.slice(0, mostWords - 1)];
    const rest = restOfLaterKey(statement);
    return (rest && entryOf([...words, keyOf(rest)].join(' '))) ?? words.map((_, i) => entryOf(words.slice(0, words.length - i).join(' '))).find(found => found !== undefined);
}

/** Values of properties that exist in this release. */
function laterValue(property: ast.Property): LaterWord | undefined {
    const items = itemsOf(property).map(wordsOf);
    const words = items.filter(each => each !== undefined).join(', ');
    const block = blockNameOf(blockOf(property));
    const key = keyOf(property);
    if (block === 'site' && key === 'release') {
        return /^(?:2012(?: R2)?(?: SP[0-9])?|(?:1[5-9]|2[0-9])(?:0[1-9]|1[0-2])|current branch)$/.test(words) 
            ? { words, since: words.startsWith('2012') ? '2012' : 'current branch', instead: 'the releases are `RTM`, `SP1` and `SP2`, with `R2` or `R3`' } : undefined;
    }
    if (block === 'site' && key === 'mode') {
        return /^(?:https?|enhanced http)$/i.test(words) ? { words, ...security, meant: /^https$/i.test(words) ? 'native' : 'mixed' } : undefined;
    }
    if (block === 'software update point' && key === 'accepts') {
        return items.includes('gateway') ? { words: 'gateway', ...gateway, meant: items.includes('internet') ? 'intranet, internet' : 'intranet' } : undefined;
    }
    return undefined;
}

function laterVersion(wsus: ast.WsusServer): LaterWord | undefined {
    const words = wsus.version.join(' ');
    const isLater = readWsusVersion(words) === undefined && /^(?:[46]\.[0-9]|10\.0(?:\.[0-9]{1,6})?)$/.test(words);
    return isLater ? { words: `wsus ${words}`, since: '2012 SP1', instead: 'software update points need WSUS 3.0', meant: '3.0 SP2' } : undefined;
}
