import type { Position } from 'vscode-languageserver-protocol';
import type { BenchDocument } from './document.js';

/** A plan of many sites. The character is typed after the parent code in `reports to`; the permanent mistake is a site that reports to an unknown one. */
export interface BenchPlan extends BenchDocument {
    readonly sites: number;
}

/** With more levels of sites, or more clients, rules about the limits of the product would report them. */
const children = 150;
const clients = 10;
const codeLength = 3;
/** Reserved device names, which a site code must not be. */
const reserved = new Set(['AUX', 'CON', 'NUL', 'PRN']);
const codes = Array.from({ length: 36 ** 3 }, (_, i) => i.toString(36).toUpperCase().padStart(3, '0')).filter(code => !reserved.has(code));
const freeCode = codes.at(-1)!;
const unknownCode = codes.at(-2)!;

/** A hierarchy in which each site has up to 150 children, distributed over `fileCount` files. */
export function benchPlan(sites: number, fileCount = 1): BenchPlan {
    const perFile = sites / fileCount;
    const middle = sites >> 1;
    const opened = Math.floor(middle / perFile);
    const faulty = (opened + 1) * perFile - 1;
    const files = new Map<string, string>();
    for (let file = 0; file < fileCount; file++) {
        const texts = Array.from({ length: perFile }, (_, i) => siteText(file * perFile + i, sites, faulty));
        files.set(nameOf(file), `hierarchy Bench\n\n${texts.join('\n')}`);
    }
    const name = nameOf(opened);
    const text = files.get(name)!;
    const parentCode = parentPosition(text, middle);
    return {
        sites, languageId: 'sup', files, name, text, typed: 'X', newName: freeCode, cursor: after(parentCode, 1), faultLine: parentPosition(text, faulty).line,
        middle: after(parentCode, codeLength), neighbour: after(parentPosition(text, middle + 1), codeLength)
    };
}

function after(position: Position, characters: number): Position {
    return { line: position.line, character: position.character + characters };
}

const nameOf = (file: number): string => `plan-${String(file).padStart(4, '0')}.sup`;

function siteText(i: number, sites: number, faulty: number): string {
    const code = codes[i]!;
    const isLeaf = i * children + 1 >= sites;
    const head = i === 0 ? `central site ${code}` : `${isLeaf ? 'secondary' : 'primary'} site ${code} "Site ${i}" reports to ${i === faulty ? unknownCode : codes[(i - 1) / children | 0]}`;
    const synchronization = '  synchronization { source: Microsoft Update  schedule: every 1 day at 02:07  products: "Windows XP"  classifications: "Security Updates"  languages: en }';
    return [
        `${head} {`,
        '  release: SP2',
        ...isLeaf ? [] : ['  mode: mixed'],
        `  clients: ${clients} intranet`,
        ...i === 0 ? [synchronization] : ['  link: 2 Mbps, 20 ms'],
        `  server ${code}SUP01 {`,
        '    site server',
        `    wsus 3.0 SP2 { ports: 8530, 8531${isLeaf && i > 0 ? '  replica: yes' : ''} }`,
        '    software update point active',
        '  }',
        '}',
        ''
    ].join('\n');
}

/** Where the code of the site's parent begins. */
function parentPosition(text: string, i: number): Position {
    const lines = text.split('\n');
    const line = lines.findIndex(head => head.includes(` site ${codes[i]} `));
    return { line, character: lines[line]!.indexOf('reports to ') + 'reports to '.length };
}
